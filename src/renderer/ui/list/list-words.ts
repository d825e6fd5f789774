import { wordsOf } from '#shared/language/language.ts';
import { countText, dayTime } from '../times.ts';

/** The words of the lists. */
export const words = wordsOf('list');

/** The names of the filters. */
export const filterWords = wordsOf('filters');

/** The names of what the list can be sorted by. */
export const sortWords = wordsOf('columns');

/** The filter on a day in words: Changed since 1 Nov. */
export const sinceText = (iso: string | undefined): string =>
  iso === undefined ? words.changedSince : words.changedSinceDay({ day: dayTime(iso) });

/** How many are shown: 12,482; 38 of 12,482; No match. */
export function totalText(shown: number, all: number, isNarrowed: boolean): string {
  if (!isNarrowed) return countText(shown);
  return shown === 0 ? words.noMatch : words.totalOf({ shown, all });
}
