/** A record that the server no longer has. */
export const missing = {
  card: 'No longer on the server',
  gone: 'The server no longer has this record.',
  goneSeen: 'The server no longer has this record (seen {time}).',
  goneMeans:
    '{unsent, plural, =0 {Nothing was removed here. What should become of it?} one {Nothing was removed here. Your # unsent change is kept here and is not sent. What should become of it?} other {Nothing was removed here. Your # unsent changes are kept here and are not sent. What should become of it?}}',
  keep: 'Keep on this laptop',
  keepMeans: 'It stays in your list, on this laptop only. Nothing of it is sent.',
  hide: 'Take out of the list',
  hideMeans:
    '{unsent, plural, =0 {It leaves your list. Its history is kept.} one {It leaves your list. Your # unsent change goes into its history, and is never sent.} other {It leaves your list. Your # unsent changes go into its history, and are never sent.}}',
  again: 'Make it again on the server…',
  againMeans: 'A new record with these values is sent, and everybody sees it.',
  kept: 'Kept on this laptop only.',
  keptMeans: 'The server no longer has this record. Nothing of it is sent.',
  hidden: 'Taken out of the list.',
  hiddenMeans: 'The server no longer has this record. Its history is kept.',
  hiddenNow:
    '{unsent, plural, =0 {Taken out of the list} one {Taken out of the list; your # unsent change is in its history} other {Taken out of the list; your # unsent changes are in its history}}',
  putBack: 'Put it back',
  isKept: 'Kept on this laptop only',
  isBack: 'It is in the list again, kept on this laptop only',
  confirmTitle: 'Make a new record for everybody?',
  confirmText:
    'Perhaps somebody removed this one on purpose. A new record with its values is sent as soon as there is a connection, and everybody sees it. The old one leaves your list; its history is kept.',
  confirm: 'Make a new record',
  isMadeAgain: 'A new record was made from it',
} as const;
