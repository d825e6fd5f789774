/** The one word of a state in a row; what is simply on the server needs none. */
export const stateWords = {
  waiting: 'Waiting',
  decision: 'Decision',
  attention: 'Attention',
  gone: 'Gone',
} as const;
