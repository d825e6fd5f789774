import type { LeftWhy } from '#shared/model/act.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordPair } from '#shared/model/lookalike.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { currentId } from '../database/aliases.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { addHistory, type HistoryLine, type NewLine, type Questions } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { listToldApart, putToldApart } from '../database/told-apart.ts';

const questionsOf = (apartFrom: RecordId): Questions => ({ version: 0, conflicts: [], apartFrom });

const areApart = (db: ReadableDb, resource: Resource, { id, other }: RecordPair): boolean =>
  listToldApart(db, resource, id).includes(other);

/**
 * Remembers that two records are not the same person; said again, nothing happens. Fails with `not-found`. `at` is ISO
 * 8601. Call it inside a transaction.
 */
export function tellApart(
  db: WritableDb,
  resource: Resource,
  { at, ...pair }: RecordPair & { readonly at: string },
): Result<undefined> {
  const gone = [pair.id, pair.other].find((id) => !readRecord(db, resource, id));
  if (gone !== undefined) return fail({ code: 'not-found', id: gone });
  if (areApart(db, resource, pair)) return succeed(undefined);
  putToldApart(db, resource, { ...pair, areApart: true });
  const { id, other } = pair;
  addHistory(db, resource, { id, at, kind: 'told-apart', changes: [], questions: questionsOf(other) });
  return succeed(undefined);
}

type Told = { readonly record: StoredRecord; readonly line: HistoryLine };
type Turned = Pick<NewLine, 'kind' | 'changes' | 'questions'> | { readonly why: LeftWhy };

/**
 * Takes back that two records are not the same, or says it again; `undefined` for a line about something else. Call it
 * inside a transaction.
 */
export function turnApart(db: WritableDb, resource: Resource, { record, line }: Told): Turned | undefined {
  const told = line.questions?.apartFrom;
  if (told === undefined) return undefined;
  const pair = { id: record.id, other: currentId(db, resource, told) };
  const isTold = line.kind === 'told-apart';
  if (areApart(db, resource, pair) !== isTold) return { why: 'changed' };
  putToldApart(db, resource, { ...pair, areApart: !isTold });
  return { kind: isTold ? 'undo' : 'told-apart', changes: [], questions: questionsOf(pair.other) };
}
