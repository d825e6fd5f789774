/** What is unsent or open, what was lost, and what is in a back-up. */
export const unsentWork = {
  changes: '{count, plural, one {# unsent change} other {# unsent changes}}',
  created: '{count, plural, one {# new record} other {# new records}}',
  decisions: '{count, plural, one {# open decision} other {# open decisions}}',
  lost: '{count, plural, one {# unsent change could not be read.} other {# unsent changes could not be read.}}',
  lostParts: 'Parts of the file could not be read.',
  content: '{records, plural, one {# record} other {# records}}',
  contentUnsent: '{records, plural, one {# record} other {# records}}, {unsent, number} of them unsent',
} as const;
