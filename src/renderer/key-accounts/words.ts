import { wordsOf } from '#shared/language/language.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import type { Since } from '#shared/model/view.ts';
import { countText, dayTime, insideTime } from '../ui/times.ts';

/** The words of the list. */
export const words = wordsOf('list');

/** The words of the record. */
export const recordWords = wordsOf('record');

/** The names of the filters. */
export const filterWords = wordsOf('filters');

/** The names of what the list can be sorted by. */
export const sortWords = wordsOf('columns');

/** The words for changing the columns. */
export const columnWords = wordsOf('columnsPanel');

/** The words of the saved views. */
export const viewWords = wordsOf('views');

/** The words for records that may be the one that is being made. */
export const alikeWords = wordsOf('alike');

/** The words for how fresh a record is. */
export const freshnessWords = wordsOf('freshness');

/** The heights of a row. */
export const densityWords = wordsOf('densities');

/** What happened, in a line of the history. */
export const historyWords = wordsOf('history');

/** The filter on a day in words: Changed since 1 Nov; Changed since today. */
export function sinceText(since: Since | undefined): string {
  if (since === undefined) return words.changedSince;
  return since.kind === 'day'
    ? words.changedSinceDay({ day: dayTime(since.from) })
    : words.changedSinceDays({ count: since.days });
}

/** How many are shown: 12,482; 38 of 12,482; No match. */
export function totalText(shown: number, all: number, isNarrowed: boolean): string {
  if (!isNarrowed) return countText(shown);
  return shown === 0 ? words.noMatch : words.totalOf({ shown, all });
}

/** Which place a record has in the list: 1 of 12,482. */
export const placeText = (index: number, total: number): string =>
  recordWords.placeOf({ place: index + 1, total });

/** Whether the sync itself finds out what became of a record that was sent without an answer. */
const isAskedAfter = ({ state, possibleDuplicates }: RecordDetail): boolean =>
  state !== 'missing' && possibleDuplicates.length === 0;

/** What stands beside the chip of a record: 2 fields · edited 14:02. */
export function stateNote(detail: RecordDetail, editedFields: number): string {
  if (detail.sentWithoutAnswerAt !== undefined && isAskedAfter(detail)) {
    return recordWords.sentWithoutAnswer({ time: insideTime(detail.sentWithoutAnswerAt) });
  }
  const time = insideTime(detail.editedAt);
  if (detail.isNew) return time === '' ? recordWords.newTag : recordWords.newMade({ time });
  if (editedFields === 0) return '';
  const count = editedFields;
  return time === '' ? recordWords.fields({ count }) : recordWords.fieldsEdited({ count, time });
}

/** Nothing matches a search. */
export const noMatchTitle = (search: string): string =>
  search === '' ? words.noMatchTitle : words.noMatchFor({ search });
