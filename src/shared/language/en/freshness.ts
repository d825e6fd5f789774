/** How fresh a record is; a time is 14:02, yesterday 09:15 or a day. */
export const freshness = {
  confirmed: 'Confirmed with the server {time}',
  asOf: 'As of {time}, not checked with the server since',
  serverConfirmed: 'Server’s version confirmed {time}',
  serverAsOf: 'Server’s version as of {time}, not checked since',
  unconfirmed: 'Not checked with the server yet',
  changed: 'Changed {time}',
} as const;
