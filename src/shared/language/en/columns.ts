/** The names of what the list can be sorted by. */
export const columns = {
  name: 'Name',
  email: 'E-mail',
  remote_id: 'SSO GUID',
  state: 'State',
  updated: 'Updated',
} as const;
