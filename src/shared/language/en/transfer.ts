/** Export and import of files. */
export const transfer = {
  exportTitle: 'Export',
  which: 'Which records',
  rangeAll: 'All ({count, number})',
  rangeView: 'This view ({count, number})',
  viewMeans: 'As the list is searched, filtered and sorted now.',
  format: 'Format',
  formatCsv: 'Table (CSV)',
  formatJson: 'JSON',
  formatVcard: 'vCard',
  csvMeans:
    'For spreadsheets, and to be imported here again. What a spreadsheet could run as a formula is made harmless.',
  jsonMeans: 'For other programs: every value to the letter.',
  vcardMeans: 'For address books and phones.',
  columns: 'Columns',
  separator: 'Between the columns',
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
  hasMark: 'With a mark by which Excel knows the letters (UTF-8)',
  save: 'Save as…',
  exported: '{count, plural, one {# record} other {# records}} saved in {name}.',
} as const;
