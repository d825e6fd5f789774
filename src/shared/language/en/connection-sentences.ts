/** The connection in a sentence, for those who listen. */
export const connectionSentences = {
  connecting: 'Connecting.',
  connected: 'Connected.',
  'no-connection': 'No connection.',
  'signed-out': 'Sign-in needed.',
  'offline-by-choice': 'Working offline.',
} as const;
