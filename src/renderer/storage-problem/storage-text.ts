import { wordsOf } from '#shared/language/language.ts';
import type { StorageProblemKind } from '#shared/model/app-state.ts';
import type { BackUp, Salvaged } from '#shared/model/storage.ts';
import { lostText, unsentCount, unsentText } from '../ui/storage-words.ts';
import { namedTime } from '../ui/times.ts';

/** A local copy that cannot be opened, in words. */
export type StorageText = {
  /** At most 20 words. */
  readonly happened: string;
  readonly meaning: string;
  readonly next: string;
};

const happened = wordsOf('storageHappened');
const meaning = wordsOf('storageMeaning');
const next = wordsOf('storageNext');

/** The words around it. */
export const words = wordsOf('storageProblem');

/** Why a local copy cannot be opened: what happened, what it means for the data, what to do. */
export const storageText = (kind: StorageProblemKind): StorageText => ({
  happened: happened[kind],
  meaning: meaning[kind],
  next: next[kind],
});

/** Problems that another copy in the place of this one puts right. */
export const isReplaceable = (kind: StorageProblemKind): boolean =>
  kind === 'corrupt' || kind === 'empty' || kind === 'missing' || kind === 'older';

/** Problems whose file may be looked through for unsent changes. */
export const isSearchable = (kind: StorageProblemKind): boolean => isReplaceable(kind) || kind === 'newer';

/** What was found in the file, in a sentence. */
export function foundText(kind: StorageProblemKind, salvaged: Salvaged): string {
  const isBeside = kind === 'missing' || kind === 'empty';
  return withLost(isBeside ? besideText(salvaged) : insideText(salvaged), salvaged);
}

const insideText = (salvaged: Salvaged): string =>
  unsentCount(salvaged) === 0 ? words.foundNothing : words.found({ unsent: unsentText(salvaged) });

const besideText = (salvaged: Salvaged): string =>
  unsentCount(salvaged) === 0
    ? words.foundNothingBeside
    : words.foundBeside({ unsent: unsentText(salvaged) });

const withLost = (sentence: string, salvaged: Salvaged): string =>
  [sentence, lostText(salvaged)].filter((part) => part !== undefined).join(' ');

/** The name of a restore: Restore the back-up of today 14:02. */
export const restoreText = ({ at }: BackUp): string => words.restore({ time: namedTime(at) });

/** What a restore does. */
export const restoreMeans = ({ records }: BackUp, salvaged: Salvaged): string =>
  unsentCount(salvaged) === 0 ? words.restoreMeans({ records }) : words.restoreMeansFound({ records });

/** What starting afresh does. */
export const afreshMeans = (salvaged: Salvaged): string =>
  unsentCount(salvaged) === 0 ? words.afreshMeans : words.afreshMeansFound;

/** What a recovery did, in a sentence. */
export function reportText(salvaged: Salvaged | undefined): string {
  if (!salvaged) return words.reportAsItIs;
  const done =
    unsentCount(salvaged) === 0 ? words.reportNothing : words.reportPutBack({ unsent: unsentText(salvaged) });
  return withLost(done, salvaged);
}
