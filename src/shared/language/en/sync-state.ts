/** The state of the sync in a sentence, and beneath it the connection and what comes next. */
export const syncState = {
  waiting: '{count, plural, one {# change is waiting to send} other {# changes are waiting to send}}',
  decisions: '{count, plural, one {# needs your decision} other {# need your decision}}',
  attention: '{count, plural, one {# needs attention} other {# need attention}}',
  missing: '{count, plural, one {# is no longer on the server} other {# are no longer on the server}}',
  aside:
    '{count, plural, one {# is out of the list and not sent} other {# are out of the list and not sent}}',
  comparing: 'Comparing with the server',
  connecting: 'Looking for the server',
  noConnection: 'Nothing waits here, but the server cannot be reached',
  signedOut: 'Nothing waits here, but the server asks you to sign in',
  offline: 'Nothing waits here while you work offline',
  partial: 'Nothing waits here, but not everything was compared yet',
  connectedTo: 'Connected to {host}.',
  connectingTo: 'Connecting to {host}.',
  noConnectionTo: 'No connection to {host}.',
  offlineSince: 'Working offline since {time}.',
  offlineNow: 'Working offline.',
  running: 'A round is running.',
  nextRound: 'The next round starts at {clock}, {until}.',
  nextTry: 'The app tries again at {clock}, {until}.',
} as const;
