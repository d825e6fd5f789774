/** What kinds of files are called in the dialogs of the system, and a column that the app adds. */
export const files = {
  importable: 'Table (CSV) or vCard',
  csv: 'Table (CSV)',
  json: 'JSON',
  vcard: 'vCard',
  pdf: 'PDF',
  why: 'Left out because',
} as const;
