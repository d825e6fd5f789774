/** What the service says was done to a Marketplace Account. */
export const accountAudit = {
  created: 'Created',
  updated: 'Updated',
  disabled: 'Disabled',
  enabled: 'Enabled',
  activated: 'Activated',
} as const;
