/** What an import says of vCards, by the names of what it says of rows. */
export const importingCards = {
  count: '{count, plural, one {# vCard} other {# vCards}}',
  matchId: 'the same record ID',
  matchRemote: 'the same record ID or SSO GUID',
  matchEmail: 'the same record ID or e-mail',
  empty: 'Missing values',
  keep: 'Leave what is there',
  clear: 'Clear the field',
  left: '{count, plural, one {# vCard is left out} other {# vCards are left out}}',
  number: 'vCard {number, number}',
  saveLeft: 'Save the vCards left out…',
  savedLeft: '{count, plural, one {# vCard} other {# vCards}} saved in {name}.',
} as const;
