/** What is wrong with a local copy that cannot be opened, in at most 20 words. */
export const storageHappened = {
  newer: 'The local copy was written by a newer version of this app.',
  foreign: 'The file of the local copy belongs to something else.',
  corrupt: 'The local copy is damaged.',
  empty: 'The file of the local copy is there, but it is empty.',
  missing: 'The local copy is not where it was.',
  older: 'The local copy is older than it was when the app last used it.',
  locked: 'Another program holds the local copy open.',
  'read-only': 'The app may not write to the folder of the local copy.',
  full: 'The disk of this laptop is full.',
  runtime: 'A part of the app that reads the local copy does not run here.',
} as const;
