/** What an import says of the rows of a table. */
export const importingRows = {
  count: '{count, plural, one {# row} other {# rows}}',
  matchId: 'the same record ID',
  matchRemote: 'the same SSO GUID',
  matchEmail: 'the same e-mail',
  empty: 'Empty cells',
  keep: 'Leave what is there',
  clear: 'Clear the field',
  left: '{count, plural, one {# row is left out} other {# rows are left out}}',
  number: 'Row {number, number}',
  saveLeft: 'Save the rows left out…',
  savedLeft: '{count, plural, one {# row} other {# rows}} saved in {name}.',
} as const;
