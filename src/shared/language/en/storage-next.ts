/** What to do about it. */
export const storageNext = {
  newer: 'Install the newer version again, then open the app.',
  foreign: 'Move that file to another folder, then try again.',
  corrupt: 'Choose how to go on. The file is kept in a folder of its own, whatever you choose.',
  empty: 'If you have the file elsewhere, put it back and try again. Else choose how to go on.',
  missing: 'If you have the file or its disk, put it back and try again. Else choose how to go on.',
  older: 'Choose how to go on. The file is kept in a folder of its own, whatever you choose.',
  locked: 'Close the other program, or restart the laptop, then try again.',
  'read-only': 'Ask who looks after this laptop to allow writing to the folder, then try again.',
  full: 'Make some room on the disk, then try again.',
  runtime: 'Install the app again. If that does not help, send us the details.',
} as const;
