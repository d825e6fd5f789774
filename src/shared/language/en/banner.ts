/** What the banner says of the connection and of the sync. */
export const banner = {
  offline: 'Working offline.',
  offlineSince: 'Working offline since {time}.',
  signedOut: 'The service did not accept the sign-in token.',
  noConnection: 'No connection to {host}.',
  noConnectionToSample: 'No connection to the sample data.',
  failedAt: '{happened} ({time}).',
  vanished:
    '{count, plural, one {# record is no longer in the server’s list.} other {# records are no longer in the server’s list.}}',
  vanishedMeans: 'Nothing was removed here.',
  rewound: 'The server went back to an older state (seen {time}).',
  rewoundMeans:
    '{count, plural, one {Perhaps it was restored from a back-up. # record changed back; its history keeps what was there.} other {Perhaps it was restored from a back-up. # records changed back; their history keeps what was there.}}',
  stuck: '{name} has waited since {time}.',
  stuckNameless: 'A record without a name has waited since {time}.',
  'stuck-no-answer':
    'The server has not answered yet; the app asks again by itself. Your change is kept on this laptop.',
  'stuck-busy':
    'Others edit it all the time; the app tries again by itself. Your change is kept on this laptop.',
  'stuck-failing':
    'The server has trouble with it; the app tries again by itself. Your change is kept on this laptop.',
} as const;
