/** The back-ups in the settings. */
export const backUps = {
  label: 'Back-ups',
  hint: 'Once a day, in a folder beside the local copy; the newest seven are kept',
  none: 'None yet',
  now: 'Back up now',
  made: 'Backed up',
  restoreLabel: 'Restore a back-up',
  restoreHint: 'Puts an earlier copy in place of this one; unsent changes are kept',
  restore: 'Restore…',
  dialogTitle: 'Restore a back-up',
  dialogText:
    'The local copy is backed up first, then kept in a folder of its own. The one you choose takes its place, the unsent changes and open decisions of today are put back, and the server sends what is newer.',
  choose: 'Back-up to restore',
  run: 'Restore this back-up',
  held: '{count, plural, one {# change waits for its record} other {# changes wait for their records}}',
  heldHint: 'Put back after a recovery; their records have not come from the server yet',
  save: 'Save them…',
  saved: 'Saved',
} as const;
