/** The types of a Marketplace Account, by what the service calls them. */
export const accountTypes = {
  Client: 'Client',
  Vendor: 'Vendor',
  Operations: 'Operations',
} as const;
