/** Which columns the list has, in which order, and how wide they are. */
export const columnsPanel = {
  title: 'Columns',
  choose: 'Columns…',
  reset: 'Reset columns',
  hint: 'In the head of the list, drag a name to move its column and an edge to make it wider; a double click fits it.',
  earlier: 'Move {column} forward',
  later: 'Move {column} back',
  moved: '{column}: column {place, number} of {total, number}',
  widened: '{column}: {width, number} pixels wide',
} as const;
