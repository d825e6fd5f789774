/** What stands for a value that is not there, or is no text. */
export const values = {
  empty: 'Empty',
  emptyInside: 'empty',
  yes: 'Yes',
  no: 'No',
  notSet: 'Not set',
  noName: 'No name',
} as const;
