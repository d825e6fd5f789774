import type { LeftWhy } from '#shared/model/act.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { hasAlias } from '../database/aliases.ts';
import { listAttempts, setArrivals } from '../database/attempts.ts';
import {
  addPossibleDuplicates,
  clearPossibleDuplicates,
  listPossibleDuplicates,
} from '../database/duplicates.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import type { AskedDuplicates, HistoryLine, NewLine, Questions } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { settleState } from '../database/settle-record.ts';

type About = { readonly record: StoredRecord; readonly others?: readonly RecordId[] };

/** What a person is asked about a record that may be the same as others, so that it can be asked again. */
export const questionsAbout = (
  db: ReadableDb,
  resource: Resource,
  { record, others = listPossibleDuplicates(db, resource, record.id) }: About,
): Questions => ({
  version: record.base?.version ?? 0,
  conflicts: [],
  duplicates: {
    isNew: record.base === undefined,
    others,
    attempts: listAttempts(db, resource, record.id).map(({ attempt, arrivals }) => ({ attempt, arrivals })),
  },
});

type Told = { readonly record: StoredRecord; readonly line: HistoryLine };
type Turned = Pick<NewLine, 'kind' | 'changes' | 'questions'> | { readonly why: LeftWhy };

/**
 * Asks a person again whether a record is the same as others, or takes the answer "none of them" as given again;
 * `undefined` for a line about something else. What was sent since stays, and two records that became one are not
 * taken apart: nobody knows any more what of it belongs to which. Call it inside a transaction.
 */
export function turnDuplicate(db: WritableDb, resource: Resource, told: Told): Turned | undefined {
  const { kind, questions } = told.line;
  if (kind === 'adopted') return { why: 'joined' };
  const asked = questions?.duplicates;
  if (!asked) return undefined;
  const turning = { record: told.record, asked };
  if (told.record.isMissing) return { why: 'changed' };
  return kind === 'no-duplicate' ? askAgain(db, resource, turning) : answerAgain(db, resource, turning);
}

type Turning = { readonly record: StoredRecord; readonly asked: AskedDuplicates };

/** Whether something of a new record has left since it was asked about: it may be on the service already. */
function isSentSince(db: ReadableDb, resource: Resource, { record, asked }: Turning): boolean {
  if (!asked.isNew) return false;
  const known = new Set(asked.attempts.map(({ attempt }) => attempt));
  const attempts = listAttempts(db, resource, record.id);
  return record.base !== undefined || attempts.some(({ attempt }) => !known.has(attempt));
}

function askAgain(db: WritableDb, resource: Resource, turning: Turning): Turned {
  const { record, asked } = turning;
  if (isSentSince(db, resource, turning)) return { why: 'sent' };
  // One that another creation was found as since can be this one no more.
  const others = asked.others.filter(
    (other) =>
      readRecord(db, resource, other) !== undefined && !(asked.isNew && hasAlias(db, resource, other)),
  );
  const isAskedAnew = listPossibleDuplicates(db, resource, record.id).length > 0;
  if (others.length === 0 || isAskedAnew) return { why: 'changed' };
  const questions = questionsAbout(db, resource, { record, others });
  addPossibleDuplicates(db, resource, { id: record.id, others });
  lookAgainFrom(db, resource, turning);
  return { kind: 'undo', changes: [], questions };
}

function answerAgain(db: WritableDb, resource: Resource, turning: Turning): Turned {
  const { record, asked } = turning;
  const open = listPossibleDuplicates(db, resource, record.id);
  const isSame = open.length === asked.others.length && open.every((other) => asked.others.includes(other));
  if (!isSame || isSentSince(db, resource, turning)) return { why: 'changed' };
  const questions = questionsAbout(db, resource, { record });
  clearPossibleDuplicates(db, resource, record.id);
  lookAgainFrom(db, resource, turning);
  return { kind: 'no-duplicate', changes: [], questions };
}

/** What was sent of a new record is looked for from where it was then: what came in between was not judged. */
function lookAgainFrom(db: WritableDb, resource: Resource, { record, asked }: Turning): void {
  if (asked.isNew) for (const attempt of asked.attempts) setArrivals(db, attempt);
  settleState(db, resource, record.id);
}
