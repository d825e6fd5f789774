/** What stands on paper beside the records themselves. */
export const printing = {
  listTitle: 'Key Accounts',
  count: '{count, plural, one {# record} other {# records}}',
  asOf: 'as on this laptop, {moment}',
  recordId: 'Record ID',
} as const;
