/** The screen of a local copy that cannot be opened, and its ways on. */
export const storageProblem = {
  title: 'Your records could not be opened',
  nothingDeleted: 'Nothing was deleted.',
  file: 'File',
  showFolder: 'Show the folder',
  looking: 'Looking for unsent changes…',
  working: 'Putting things right. This takes a moment…',
  found: 'Found in the file: {unsent}.',
  foundBeside: 'Found beside it: {unsent}.',
  foundNothing: 'No unsent changes were found in the file.',
  foundNothingBeside: 'No unsent changes were found beside it.',
  backUp: 'Back-up',
  restore: 'Restore the back-up of {time}',
  restoreMeans:
    '{records, plural, one {# record as it was then. The server sends what is newer.} other {# records as they were then. The server sends what is newer.}}',
  restoreMeansFound:
    '{records, plural, one {# record as it was then. Then what was found is put back. The server sends what is newer.} other {# records as they were then. Then what was found is put back. The server sends what is newer.}}',
  afresh: 'Start afresh from the server',
  afreshMeans: 'Every record comes from the server again, so it needs a connection.',
  afreshMeansFound:
    'Every record comes from the server again, so it needs a connection. Then what was found is put back.',
  asItIs: 'Go on with this copy',
  asItIsMeans: 'It is used as it is. What was changed since it was made may be missing.',
  saveUnsent: 'Save the unsent changes…',
  saved: 'Saved.',
  reportTitle: 'Your records are back',
  reportAsItIs: 'The local copy is used as it is.',
  reportNothing: 'There were no unsent changes to put back.',
  reportPutBack: 'Put back: {unsent}. Changes are sent like any other.',
  movedTo: 'The file that was replaced is kept in',
} as const;
