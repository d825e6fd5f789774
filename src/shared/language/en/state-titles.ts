/** The state in full, for the head of a record. */
export const stateTitles = {
  waiting: 'Waiting to send',
  decision: 'Needs your decision',
  attention: 'Needs attention',
  gone: 'No longer on the server',
  'on-server': 'On the server',
} as const;
