/** The names of what the list can be sorted by. */
export const columns = {
  name: 'Name',
  first_name: 'First name',
  last_name: 'Last name',
  email: 'E-mail',
  remote_id: 'SSO GUID',
  primary: 'Primary',
  last_download: 'Last download',
  state: 'State',
  updated: 'Updated',
  created: 'Created',
} as const;
