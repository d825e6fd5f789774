/** The decision log: in the sync centre, and in the settings. */
export const decisionLog = {
  label: 'Decision log',
  hint: 'What was decided about each record, by you or by the sync',
  redacted: 'Without names and values',
  save: 'Save the decision log…',
  savedNone: 'Decision log saved: 0 entries.',
  savedWhole:
    '{count, plural, one {Decision log saved: # entry. Its chain is whole: nothing was changed or left out.} other {Decision log saved: # entries. Its chain is whole: nothing was changed or left out.}}',
  savedBroken:
    '{count, plural, one {Decision log saved: # entry. Its chain is broken: an entry was changed or left out. Tell your administrator.} other {Decision log saved: # entries. Its chain is broken: an entry was changed or left out. Tell your administrator.}}',
  export: 'Export…',
  exportWhole: 'With names and values…',
  exportRedacted: 'Without names and values…',
  older: 'Show older',
  none: 'Nothing was decided yet.',
  yours: '{field}: yours',
  server: '{field}: server’s',
  other: '{field}: another value',
  vanished: 'Many records vanished at once',
  undone: 'Taken back: {name}',
  undoOf: 'Undo: {name}',
} as const;
