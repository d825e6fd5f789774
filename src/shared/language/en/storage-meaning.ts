/** What that means for the data. */
export const storageMeaning = {
  newer: 'Everything in it is safe; this version just cannot work with it.',
  foreign: 'The app does not touch a file that is not its own.',
  corrupt: 'What reached the server is safe there.',
  empty: 'What reached the server is safe there. Another program may have emptied the file.',
  missing: 'What reached the server is safe there. Unsent changes are in the missing file.',
  older: 'What reached the server is safe there. Changes that were made since may be missing here.',
  locked: 'Everything in it is safe.',
  'read-only': 'Everything in it is safe, but nothing new could be saved.',
  full: 'Everything in the local copy is safe, but nothing new could be saved.',
  runtime: 'Everything in the local copy is safe; it was not opened.',
} as const;
