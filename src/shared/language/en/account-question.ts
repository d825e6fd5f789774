/** The question whether a new token is of the account whose records are here. */
export const accountQuestion = {
  title: 'Is this token of the same account?',
  unreadable:
    'This laptop has records of this service that cannot be read right now. The service does not say whose a token is. Nothing was changed yet.',
  records:
    'This laptop has {records, plural, one {# record} other {# records}} of this service already. The service does not say whose a token is. Nothing was changed yet.',
  recordsAndChanges:
    'This laptop has {records, plural, one {# record} other {# records}} of this service and {unsent, plural, one {# unsent change} other {# unsent changes}} already. The service does not say whose a token is. Nothing was changed yet.',
  same: 'Same account',
  sameMeans:
    '{unsent, plural, =0 {Go on with these records.} one {Go on with these records. Your # unsent change is sent with this token.} other {Go on with these records. Your # unsent changes are sent with this token.}}',
  another: 'Another account',
  anotherMeans:
    '{unsent, plural, =0 {It gets a copy of its own. The records of the first account stay here for it.} one {It gets a copy of its own. The # unsent change stays here and waits for the first account.} other {It gets a copy of its own. The # unsent changes stay here and wait for the first account.}}',
} as const;
