/** The buttons of the banner. */
export const bannerActs = {
  'go-online': 'Go online',
  'try-now': 'Try now',
  'new-token': 'Enter a new token',
  'check-again': 'Check again',
  'they-are-gone': 'They are gone…',
  'they-are-not-gone': 'They are not gone',
  'open-record': 'Open the record',
  understood: 'Understood',
} as const;
