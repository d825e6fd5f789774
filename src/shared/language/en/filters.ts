/** The names of the filters. */
export const filters = {
  primary: 'Primary',
  waiting: 'Waiting',
  decision: 'Decision',
  attention: 'Attention',
  missing: 'Gone',
  'no-first_name': 'No first name',
  'no-last_name': 'No last name',
  'no-email': 'No e-mail',
  'no-remote_id': 'No SSO GUID',
  'no-last_download': 'No last download',
  'has-first_name': 'With first name',
  'has-last_name': 'With last name',
  'has-email': 'With e-mail',
  'has-remote_id': 'With SSO GUID',
  'has-last_download': 'With last download',
} as const;
