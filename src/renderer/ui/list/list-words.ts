import { wordsOf } from '#shared/language/language.ts';
import type { Since } from '#shared/model/view.ts';
import { countText, dayTime } from '../times.ts';
import type { Rows } from './use-rows.ts';

/** The words of the lists. */
export const words = wordsOf('list');

/** The names of the filters. */
export const filterWords = wordsOf('filters');

/** The names of what the list can be sorted by. */
export const sortWords = wordsOf('columns');

/** The filter on a day in words: Changed since 1 Nov; Changed since today. */
export function sinceText(since: Since | undefined): string {
  if (since === undefined) return words.changedSince;
  return since.kind === 'day'
    ? words.changedSinceDay({ day: dayTime(since.from) })
    : words.changedSinceDays({ count: since.days });
}

/** How many are shown: 12,482; 38 of 12,482; 20,000+ of 100,000 until they are counted; No match. */
export function totalText({ total, isCounted }: Rows, all: number, isNarrowed: boolean): string {
  if (!isNarrowed) return countText(total);
  if (!isCounted) return words.totalAtLeast({ shown: total, all });
  return total === 0 ? words.noMatch : words.totalOf({ shown: total, all });
}
