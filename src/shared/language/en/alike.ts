/** Records that may be the one that a person is making. */
export const alike = {
  title: 'There may be one already',
  remote_id: 'same SSO GUID',
  email: 'same e-mail',
  name: 'same name',
  open: 'Open it',
  openNamed: 'Open it: {name}',
  kept: 'What you typed is kept, also when you open it.',
} as const;
