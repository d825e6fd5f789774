/** The names of the fields of a Key Account. */
export const fields = {
  first_name: 'First name',
  last_name: 'Last name',
  email: 'E-mail',
  primary: 'Primary',
  remote_id: 'SSO GUID',
  last_download: 'Last download',
} as const;
