import { wordsOf } from '#shared/language/language.ts';
import { insideTime } from '../ui/times.ts';

/** The words of a record that may be on the server twice. */
export const words = wordsOf('duplicates');

/** What is so. */
export const duplicateSentence = (isNew: boolean, count: number): string =>
  isNew ? words.looksLike({ count }) : words.onServerTwice;

/** Why that may be, and what the answer does. */
export function duplicateMeaning(isNew: boolean, sentAt: string | undefined): string {
  if (!isNew) return words.onServerTwiceMeans;
  return sentAt === undefined ? words.looksLikeMeans : words.looksLikeSentAt({ time: insideTime(sentAt) });
}
