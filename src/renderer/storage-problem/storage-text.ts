import type { StorageProblemKind } from '#shared/model/app-state.ts';

/** A local copy that cannot be opened, in words. */
export type StorageText = {
  /** At most 20 words. */
  readonly happened: string;
  readonly meaning: string;
  readonly next: string;
};

const texts: Readonly<Record<StorageProblemKind, StorageText>> = {
  newer: {
    happened: 'The local copy was written by a newer version of this app.',
    meaning: 'Everything in it is safe; this version just cannot read it.',
    next: 'Install the newer version again, then open the app.',
  },
  foreign: {
    happened: 'The file of the local copy belongs to something else.',
    meaning: 'The app does not touch a file that is not its own.',
    next: 'Move that file to another folder, then open the app again.',
  },
  corrupt: {
    happened: 'The local copy is damaged and cannot be read.',
    meaning: 'What reached the server is safe there. Unsent changes may still be in the file.',
    next: 'Keep the file as it is and ask for help before you do anything else.',
  },
  empty: {
    happened: 'The file of the local copy is there, but it is empty.',
    meaning: 'What reached the server is safe there. Another program may have emptied the file.',
    next: 'Look for a back-up of the folder and put the file back, then open the app again.',
  },
  missing: {
    happened: 'The local copy is not where it was.',
    meaning: 'What reached the server is safe there. Unsent changes are in the missing file.',
    next: 'Put the file back, or connect the disk that it is on, then open the app again.',
  },
  older: {
    happened: 'The local copy is older than it was when the app last used it.',
    meaning: 'What reached the server is safe there. Changes that were made since may be missing here.',
    next: 'If you did not put an older file there yourself, something was taken away from beside it.',
  },
  locked: {
    happened: 'Another program holds the local copy open.',
    meaning: 'Everything in it is safe.',
    next: 'Close the other program, or restart the laptop, then open the app again.',
  },
  'read-only': {
    happened: 'The app may not write to the folder of the local copy.',
    meaning: 'Everything in it is safe, but nothing new could be saved.',
    next: 'Ask who looks after this laptop to allow writing to the folder, then open the app again.',
  },
  full: {
    happened: 'The disk of this laptop is full.',
    meaning: 'Everything in the local copy is safe, but nothing new could be saved.',
    next: 'Make some room on the disk, then open the app again.',
  },
  runtime: {
    happened: 'A part of the app that reads the local copy does not run here.',
    meaning: 'Everything in the local copy is safe; it was not opened.',
    next: 'Install the app again. If that does not help, send us the details.',
  },
};

/** Why a local copy cannot be opened: what happened, what it means for the data, what to do. */
export const storageText = (kind: StorageProblemKind): StorageText => texts[kind];

/** What is true of every such problem. */
export const NOTHING_DELETED = 'Nothing was deleted.';

/** The words around it. */
export const words = {
  title: 'Your records could not be opened',
  file: 'File',
  showFolder: 'Show the folder',
} as const;
