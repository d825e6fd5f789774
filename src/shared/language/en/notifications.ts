/** What the system shows while the person is elsewhere; it names nobody. */
export const notifications = {
  decisions: '{count, plural, one {# record needs your decision} other {# records need your decision}}',
  decisionsBody: 'Changed here and on the server. Nothing is overwritten before you decide.',
  signedOut: 'Sign-in needed',
  signedOutBody: 'The service did not accept the sign-in token. Your changes are kept on this laptop.',
} as const;
