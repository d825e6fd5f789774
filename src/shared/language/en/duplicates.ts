/** A record that may be on the server twice. */
export const duplicates = {
  card: 'Possible duplicate',
  same: 'The same in every field',
  field: 'Field',
  thisOne: 'This one',
  theOther: 'The other',
  openIt: 'Open it',
  openItNamed: 'Open it: {name}',
  isThisOne: 'It is this one',
  isThisOneNamed: 'It is this one: {name}',
  isNone: 'It is none of these: send it',
  keepBoth: 'Both are right, keep both',
  open: 'Open the other',
  openNamed: 'Open the other: {name}',
  isOne: 'They are one record now. This cannot be taken back.',
  isSent: 'It will be sent as a record of its own',
  bothKept: 'Both are kept',
  onServerTwice: 'This record may be on the server twice.',
  looksLike:
    '{count, plural, one {A record on the server looks like this one.} other {# records on the server look like this one.}}',
  onServerTwiceMeans:
    'It was sent from this laptop more than once, because an answer got lost. Nothing is removed by this app: if one is too many, have it removed at the service.',
  looksLikeMeans:
    'It was sent, but no answer came, so the app cannot tell. It is kept on this laptop and not sent again until you say. If it is one of these, both become one record, with what was changed since; that cannot be taken back.',
  looksLikeSentAt:
    'It was sent {time}, but no answer came, so the app cannot tell. It is kept on this laptop and not sent again until you say. If it is one of these, both become one record, with what was changed since; that cannot be taken back.',
} as const;
