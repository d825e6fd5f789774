/** What an administrator has set. */
export const managed = {
  setBy: 'Set by your administrator; only they can change it',
  elsewhere:
    'Your administrator has set {host}. This is the copy of another service, for its unsent changes; at its next start the app goes to {host}.',
  connectHint: 'Your administrator has set the service and gives you the token.',
  noSample: 'Your administrator has switched off the sample data.',
  notUsed: 'What your administrator has set is not used.',
  next: 'Your own settings apply, and the service stays as it was. Show this to your administrator; it is read again when the app starts.',
  unreadable: 'The file cannot be read.',
  writable: 'Others on this laptop may write to the file or its folder, so it is not trusted.',
  'too-large': 'The file is too large.',
  'not-json': 'The file is not written as it has to be.',
  'unknown-key': 'There is no setting with the name “{key}”.',
  'wrong-value': 'The value of “{key}” is not possible.',
} as const;
