import type { LeftWhy } from '#shared/model/act.ts';
import type { HistoryKind } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { markChecked, mayHaveBeenSent } from '../database/attempts.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { listHistory, listRecordsOf, type HistoryLine } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { saveRecord } from '../database/settle-record.ts';

/** What a person says of a missing record, and when, ISO 8601. */
export type Saying = Pick<StoredRecord, 'judgement'> & { readonly record: StoredRecord; readonly at: string };

/** Keeps what is said of a missing record; its values, questions and edits stay as they are. Call it inside a transaction. */
export function say(db: WritableDb, resource: Resource, { record, judgement, at }: Saying): void {
  // The service was asked after what was sent and does not have the record: nobody waits for an answer any more.
  if (judgement === 'hidden') markChecked(db, resource, record.id);
  saveRecord(db, resource, { record: { ...record, judgement }, at });
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
  const made = line.kind === 'hidden' ? madeInstead(db, resource, line) : undefined;
  if (made && (made.base || mayHaveBeenSent(db, resource, made.id))) return { why: 'sent' };
  say(db, resource, { record, judgement: turn.becomes, at });
  return { kind: turn.kind };
}

/** The record that was made anew by the act that took another one out of the list, if one was. */
export function madeInstead(
  db: ReadableDb,
  resource: Resource,
  { id, changeSet }: Pick<HistoryLine, 'id' | 'changeSet'>,
): StoredRecord | undefined {
  if (changeSet === undefined) return undefined;
  const made = listRecordsOf(db, resource, { changeSet, after: '', limit: 2 }).find((one) => one !== id);
  return made && readRecord(db, resource, made);
}
