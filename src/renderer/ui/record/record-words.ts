import { wordsOf } from '#shared/language/language.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { insideTime } from '../times.ts';

/** The words of the record. */
export const recordWords = wordsOf('record');

/** The words for how fresh a record is. */
export const freshnessWords = wordsOf('freshness');

/** What happened, in a line of the history. */
export const historyWords = wordsOf('history');

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
