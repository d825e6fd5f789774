import { countText } from '../ui/times.ts';

/** The words of the back-ups. */
export const backUpWords = {
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
  heldHint: 'Put back after a recovery; their records have not come from the server yet',
  save: 'Save them…',
  saved: 'Saved',
} as const;

/** How many salvaged changes wait. */
export const heldText = (held: number): string =>
  held === 1 ? '1 change waits for its record' : `${countText(held)} changes wait for their records`;
