/** The connection in a word or two. */
export const connectionWords = {
  connecting: 'Connecting',
  connected: 'Connected',
  'no-connection': 'No connection',
  'signed-out': 'Sign-in needed',
  'offline-by-choice': 'Working offline',
} as const;
