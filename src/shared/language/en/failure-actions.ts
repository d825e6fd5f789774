/** The main button of a failure. */
export const failureActions = {
  'try-again': 'Try again',
  'check-address': 'Check the address',
  'enter-token': 'Enter a new token',
  'sync-now': 'Sync now',
  review: 'Look again',
  'show-folder': 'Show the folder',
  close: 'Close',
} as const;
