/** What is selected in the list. */
export const selection = {
  bar: 'Selection',
  selected: '{count, number} selected',
  hidden: '{count, plural, one {# of them is not shown now} other {# of them are not shown now}}',
  edit: 'Edit…',
  export: 'Export…',
  clear: 'Clear',
  records: '{count, plural, one {# record} other {# records}}',
  different: '{count, number} different values',
  emptyInAll: 'Empty in all',
  emptyIn: 'empty in {count, number}',
  times: '{count, number} × {value}',
  tooManyToCompare: 'The values of up to {most, number} records are compared here.',
  editAll: 'Edit these {count, number}…',
  means: 'Type a value to give it to all of them. You see a preview first, and one undo takes it back.',
  forAll: 'Give all {count, number} the same',
  tooMany:
    'At most {most, number} records can be selected one by one. Select all takes the whole list, however long.',
} as const;
