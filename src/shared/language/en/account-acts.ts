/** What can be done to the status of a Marketplace Account. */
export const accountActs = {
  activate: 'Activate',
  deactivate: 'Deactivate',
  enable: 'Enable',
  disable: 'Disable',
} as const;
