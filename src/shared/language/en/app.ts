/** What the main process shows itself. */
export const app = {
  account: '{host} (account {number, number})',
  notStarted: 'Key Accounts could not start',
  keepsFailing: 'The window of Key Accounts keeps failing',
  keepsFailingMeans: 'What you saved is kept on this laptop. The log, beside your data, says what happened.',
  openAgain: 'Open again',
  quit: 'Quit',
  logIsIn: '{detail}\n\nThe log is in {folder}.',
} as const;
