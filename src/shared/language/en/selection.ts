/** What is selected in the list. */
export const selection = {
  bar: 'Selection',
  selected: '{count, number} selected',
  hidden: '{count, plural, one {# of them is not shown now} other {# of them are not shown now}}',
  edit: 'Edit…',
  export: 'Export…',
  clear: 'Clear',
  tooMany:
    'At most {most, number} records can be selected one by one. Select all takes the whole list, however long.',
} as const;
