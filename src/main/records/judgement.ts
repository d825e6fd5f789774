import type { LeftWhy } from '#shared/model/act.ts';
import { changedFields } from '#shared/model/field.ts';
import type { HistoryKind } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { listAttempts, markChecked, mayHaveBeenSent, type Attempt } from '../database/attempts.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { listHistory, otherRecordOf, type HistoryLine } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { saveRecord } from '../database/settle-record.ts';

/** What a person says of a missing record, and when, ISO 8601; `isMadeAgain`: another one was made with its values. */
export type Saying = Pick<StoredRecord, 'judgement'> & {
  readonly record: StoredRecord;
  readonly at: string;
  readonly isMadeAgain?: boolean;
};

/**
 * Keeps what is said of a missing record; its values, questions and edits stay as they are, and what is unsent waits
 * with it, unless another record has it now. Call it inside a transaction.
 */
export function say(db: WritableDb, resource: Resource, saying: Saying): void {
  const { record, judgement, at, isMadeAgain } = saying;
  // The service was asked after what was sent and does not have the record: nobody waits for an answer any more.
  if (judgement === 'hidden') markChecked(db, resource, record.id);
  const hasOwnEdit = isMadeAgain !== true && !(judgement === 'hidden' && wasSent(db, resource, record));
  const editedAt = hasOwnEdit ? record.editedAt : undefined;
  saveRecord(db, resource, { record: { ...record, judgement, editedAt }, at });
}

/** Whether the creation of a record was sent as the record is, and never answered: what is missing now was there. */
function wasSent(db: ReadableDb, resource: Resource, { id, base, local }: StoredRecord): boolean {
  const sent = base ? [] : listAttempts(db, resource, id);
  const isSame = ({ payload }: Attempt): boolean =>
    changedFields(resource.fields, local, payload).length === 0;
  return sent.length > 0 && sent.every(isSame);
}

/** What a person had said of a missing record before it left the list. */
export const saidBefore = (
  db: ReadableDb,
  resource: Resource,
  { id }: StoredRecord,
): StoredRecord['judgement'] =>
  listHistory(db, resource, id).find(
    ({ kind, undoneBy }) => kind === 'missing' || (kind === 'kept' && undoneBy === undefined),
  )?.kind === 'kept'
    ? 'kept'
    : undefined;

/** The turning of what was said: what is to stand now, what stands then, and the line of the history. */
type Turn = { readonly is: boolean; readonly becomes: StoredRecord['judgement']; readonly kind: HistoryKind };

function turnOf(db: ReadableDb, resource: Resource, { record, line }: Told): Turn | undefined {
  const { judgement } = record;
  switch (line.kind) {
    case 'hidden':
      return { is: judgement === 'hidden', becomes: saidBefore(db, resource, record), kind: 'put-back' };
    case 'put-back':
      return { is: judgement !== 'hidden', becomes: 'hidden', kind: 'hidden' };
    case 'kept':
      return { is: judgement === 'kept', becomes: undefined, kind: 'undo' };
    case 'undo':
      // That a record is kept is all that can be taken back without a change of a value or a question.
      return record.isMissing && judgement === undefined && line.changes.length === 0 && !line.questions
        ? { is: true, becomes: 'kept', kind: 'kept' }
        : undefined;
    default:
      return undefined;
  }
}

type Told = { readonly record: StoredRecord; readonly line: HistoryLine };

/**
 * Takes back what a line of the history says was said of a missing record, or says it again; answers the kind of the new
 * line, or why not, and `undefined` for a line about something else. What was sent in place of a record stays, and so
 * does the record. Call it inside a transaction.
 */
export function turnSaying(
  db: WritableDb,
  resource: Resource,
  { at, ...told }: Told & { readonly at: string },
): { readonly kind: HistoryKind } | { readonly why: LeftWhy } | undefined {
  const turn = turnOf(db, resource, told);
  if (!turn) return undefined;
  const { record, line } = told;
  if (!record.isMissing || !turn.is) return { why: 'changed' };
  const made = madeInstead(db, resource, line);
  const isSent = made !== undefined && (made.base !== undefined || mayHaveBeenSent(db, resource, made.id));
  if (isSent && line.kind === 'hidden') return { why: 'sent' };
  say(db, resource, { record, judgement: turn.becomes, at, isMadeAgain: made !== undefined });
  return { kind: turn.kind };
}

/** The record that was made anew by the act that took another one out of the list, if one was. */
export function madeInstead(
  db: ReadableDb,
  resource: Resource,
  { id, changeSet }: Pick<HistoryLine, 'id' | 'changeSet'>,
): StoredRecord | undefined {
  if (changeSet === undefined) return undefined;
  const made = otherRecordOf(db, { changeSet, id });
  return made && readRecord(db, resource, made);
}
