/** The columns of the list of Marketplace Accounts. */
export const accountColumns = {
  name: 'Name',
  type: 'Type',
  status: 'Status',
  level: 'Service level',
  place: 'Place',
  state: 'State',
  updated: 'Updated',
} as const;
