/** Why a row of a table, or a vCard, is left out. */
export const rowFaults = {
  empty: 'Nothing in it',
  'broken-quotes': 'Its quotation marks do not close',
  'too-many-cells': 'More cells than there are columns',
  'not-whole': 'Its beginning or its end is missing',
  'broken-line': 'A line of it cannot be read',
  group: 'A group, not a person',
  'bad-letters': 'Letters that this encoding does not have',
  'too-long': 'Longer than 10,000 letters',
  'not-a-flag': 'Neither yes nor no',
  'bad-id': 'Not the ID of a record',
  twice: 'The same record came before it',
  ambiguous: 'Several records have this value',
  decision: 'This field waits for your decision',
  missing: 'The record is not on the server any more',
} as const;
