/** What a person did, and its taking back. */
export const acts = {
  edit: 'Edit of {name}',
  create: 'New Key Account {name}',
  decide: 'Decision about {name}',
  decided: 'Decisions about {count, plural, one {# record} other {# records}}',
  restore: 'Earlier values of {name}',
  discard: 'Discarded changes of {name}',
  keep: '{name} kept on this laptop',
  hide: '{name} taken out of the list',
  'put-back': '{name} put back into the list',
  'create-again': '{name} made again',
  bulkEdit: '{count, plural, one {# Key Account} other {# Key Accounts}} edited',
  import: '{count, plural, one {# Key Account} other {# Key Accounts}} imported',
  discarded: 'Discarded changes of {count, plural, one {# record} other {# records}}',
  noName: 'without a name',
  undone: 'Taken back: {text}',
  redone: 'Done again: {text}',
  undonePartly:
    'Taken back: {text}. {left, plural, one {# record was changed since and stays as it is.} other {# records were changed since and stay as they are.}}',
  redonePartly:
    'Done again: {text}. {left, plural, one {# record was changed since and stays as it is.} other {# records were changed since and stay as they are.}}',
  changed: 'Not taken back: {text}. It was changed since, and stays as it is.',
  sent: 'Not taken back: {text}. It may be on the server already.',
  notRedone: 'Not done again: {text}. It was changed since, and stays as it is.',
  undo: 'Undo',
  redo: 'Redo',
} as const;
