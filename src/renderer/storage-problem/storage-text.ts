import type { StorageProblemKind } from '#shared/model/app-state.ts';
import type { BackUp, Salvaged } from '#shared/model/storage.ts';
import { lostText, unsentCount, unsentText } from '../ui/storage-words.ts';
import { countText, spokenTime } from '../ui/times.ts';

/** A local copy that cannot be opened, in words. */
export type StorageText = {
  /** At most 20 words. */
  readonly happened: string;
  readonly meaning: string;
  readonly next: string;
};

const CHOOSE = 'Choose how to go on. The file is kept in a folder of its own, whatever you choose.';

const texts: Readonly<Record<StorageProblemKind, StorageText>> = {
  newer: {
    happened: 'The local copy was written by a newer version of this app.',
    meaning: 'Everything in it is safe; this version just cannot work with it.',
    next: 'Install the newer version again, then open the app.',
  },
  foreign: {
    happened: 'The file of the local copy belongs to something else.',
    meaning: 'The app does not touch a file that is not its own.',
    next: 'Move that file to another folder, then try again.',
  },
  corrupt: {
    happened: 'The local copy is damaged.',
    meaning: 'What reached the server is safe there.',
    next: CHOOSE,
  },
  empty: {
    happened: 'The file of the local copy is there, but it is empty.',
    meaning: 'What reached the server is safe there. Another program may have emptied the file.',
    next: 'If you have the file elsewhere, put it back and try again. Else choose how to go on.',
  },
  missing: {
    happened: 'The local copy is not where it was.',
    meaning: 'What reached the server is safe there. Unsent changes are in the missing file.',
    next: 'If you have the file or its disk, put it back and try again. Else choose how to go on.',
  },
  older: {
    happened: 'The local copy is older than it was when the app last used it.',
    meaning: 'What reached the server is safe there. Changes that were made since may be missing here.',
    next: CHOOSE,
  },
  locked: {
    happened: 'Another program holds the local copy open.',
    meaning: 'Everything in it is safe.',
    next: 'Close the other program, or restart the laptop, then try again.',
  },
  'read-only': {
    happened: 'The app may not write to the folder of the local copy.',
    meaning: 'Everything in it is safe, but nothing new could be saved.',
    next: 'Ask who looks after this laptop to allow writing to the folder, then try again.',
  },
  full: {
    happened: 'The disk of this laptop is full.',
    meaning: 'Everything in the local copy is safe, but nothing new could be saved.',
    next: 'Make some room on the disk, then try again.',
  },
  runtime: {
    happened: 'A part of the app that reads the local copy does not run here.',
    meaning: 'Everything in the local copy is safe; it was not opened.',
    next: 'Install the app again. If that does not help, send us the details.',
  },
};

/** Why a local copy cannot be opened: what happened, what it means for the data, what to do. */
export const storageText = (kind: StorageProblemKind): StorageText => texts[kind];

/** Problems that another copy in the place of this one puts right. */
export const isReplaceable = (kind: StorageProblemKind): boolean =>
  kind === 'corrupt' || kind === 'empty' || kind === 'missing' || kind === 'older';

/** Problems whose file may be looked through for unsent changes. */
export const isSearchable = (kind: StorageProblemKind): boolean => isReplaceable(kind) || kind === 'newer';

/** What is true of every such problem. */
export const NOTHING_DELETED = 'Nothing was deleted.';

/** The words around it. */
export const words = {
  title: 'Your records could not be opened',
  file: 'File',
  showFolder: 'Show the folder',
  looking: 'Looking for unsent changes…',
  working: 'Putting things right. This takes a moment…',
  backUp: 'Back-up',
  afresh: 'Start afresh from the server',
  asItIs: 'Go on with this copy',
  asItIsMeans: 'It is used as it is. What was changed since it was made may be missing.',
  saveUnsent: 'Save the unsent changes…',
  saved: 'Saved.',
  reportTitle: 'Your records are back',
  movedTo: 'The file that was replaced is kept in',
} as const;

/** What was found in the file, in a sentence. */
export function foundText(kind: StorageProblemKind, salvaged: Salvaged): string {
  const place = kind === 'missing' || kind === 'empty' ? 'beside it' : 'in the file';
  const found =
    unsentCount(salvaged) === 0
      ? `No unsent changes were found ${place}.`
      : `Found ${place}: ${unsentText(salvaged)}.`;
  return [found, lostText(salvaged)].filter((part) => part !== undefined).join(' ');
}

const putBack = (salvaged: Salvaged): string =>
  unsentCount(salvaged) === 0 ? '' : ' Then what was found is put back.';

/** The name of a restore: Restore the back-up of today 14:02. */
export const restoreText = ({ at }: BackUp): string => `Restore the back-up of ${withoutOn(spokenTime(at))}`;

const withoutOn = (time: string): string => time.replace(/^on /u, '');

/** What a restore does. */
export const restoreMeans = ({ records }: BackUp, salvaged: Salvaged): string =>
  `${countText(records)} records as they were then.${putBack(salvaged)} The server sends what is newer.`;

/** What starting afresh does. */
export const afreshMeans = (salvaged: Salvaged): string =>
  `Every record comes from the server again, so it needs a connection.${putBack(salvaged)}`;

/** What a recovery did, in a sentence. */
export function reportText(salvaged: Salvaged | undefined): string {
  if (!salvaged) return 'The local copy is used as it is.';
  const done =
    unsentCount(salvaged) === 0
      ? 'There were no unsent changes to put back.'
      : `Put back: ${unsentText(salvaged)}. Changes are sent like any other.`;
  return [done, lostText(salvaged)].filter((part) => part !== undefined).join(' ');
}
