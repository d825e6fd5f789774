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
    '{unsent, plural, =0 {It leaves your list. The decision log leads back to it.} one {It leaves your list with your # unsent change; nothing of it is sent. You find it in the sync centre.} other {It leaves your list with your # unsent changes; nothing of it is sent. You find it in the sync centre.}}',
  again: 'Make it again on the server…',
  againMeans: 'A new record with these values is sent, and everybody sees it.',
  kept: 'Kept on this laptop only.',
  keptMeans: 'The server no longer has this record. Nothing of it is sent.',
  hidden: 'Taken out of the list.',
  hiddenMeans: 'The server no longer has this record. It is kept here as it was, and nothing of it is sent.',
  hiddenNow:
    '{unsent, plural, =0 {Taken out of the list} one {Taken out of the list with your # unsent change} other {Taken out of the list with your # unsent changes}}',
  putBack: 'Put it back',
  isKept: 'Kept on this laptop only',
  isBack: 'It is in the list again, as it was',
  confirmTitle: 'Make a new record for everybody?',
  confirmText:
    'Perhaps somebody removed this one on purpose. A new record with its values is sent as soon as there is a connection, and everybody sees it. The old one leaves your list, and is kept here as it was.',
  confirm: 'Make a new record',
  isMadeAgain: 'A new record was made from it',
} as const;
