/** The statuses of a Marketplace Account, by what the service calls them. */
export const accountStatus = {
  Enabled: 'Enabled',
  Active: 'Active',
  Disabled: 'Disabled',
} as const;
