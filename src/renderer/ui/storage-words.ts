import { wordsOf } from '#shared/language/language.ts';
import type { BackUp, Salvaged } from '#shared/model/storage.ts';
import { listText } from './list-text.ts';

const words = wordsOf('unsentWork');

/** What is unsent or open, in a list: 3 unsent changes, 1 new record and 1 open decision. */
export const unsentText = ({ changes, created, decisions }: Omit<Salvaged, 'records'>): string =>
  listText([
    ...(changes > 0 ? [words.changes({ count: changes })] : []),
    ...(created > 0 ? [words.created({ count: created })] : []),
    ...(decisions > 0 ? [words.decisions({ count: decisions })] : []),
  ]);

/** How many things are unsent or open. */
export const unsentCount = ({ changes, created, decisions }: Salvaged): number =>
  changes + created + decisions;

/** What could not be read, where anything could not. */
export function lostText({ lost, unreadablePages }: Salvaged): string | undefined {
  if (lost.length > 0) return words.lost({ count: lost.length });
  return unreadablePages > 0 ? words.lostParts : undefined;
}

/** How much is in a back-up: 12,480 records, 3 of them unsent. */
export const contentText = ({ records, unsent }: BackUp): string =>
  unsent === 0 ? words.content({ records }) : words.contentUnsent({ records, unsent });

/** Why a back-up was made. */
export const reasonWords = wordsOf('backUpReasons');
