/** The names of the filters. */
export const filters = {
  primary: 'Primary',
  waiting: 'Waiting',
  decision: 'Decision',
  attention: 'Attention',
  missing: 'Gone',
} as const;
