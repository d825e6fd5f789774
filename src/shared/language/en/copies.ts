/** The local copies on this laptop that are not open. */
export const copies = {
  others: 'Other copies on this laptop',
  othersText:
    'What waits in a copy is sent only to the service that it was made on, while that copy is open.',
  people: '{count, plural, one {# Key Account} other {# Key Accounts}}',
  accounts: '{count, plural, one {# Marketplace account} other {# Marketplace accounts}}',
  unsent: '{count, plural, one {# change is not sent yet} other {# changes are not sent yet}}',
  unsentElsewhere:
    '{count, plural, one {# change waits in another copy} other {# changes wait in another copy}}',
  unreadable: 'What it holds cannot be read right now',
  open: 'Open',
  openNamed: 'Open {name}',
} as const;
