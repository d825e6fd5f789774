/** What the main process shows itself. */
export const app = {
  account: '{host} (account {number, number})',
  notStarted: 'Key Accounts could not start',
  logIsIn: '{detail}\n\nThe log is in {folder}.',
} as const;
