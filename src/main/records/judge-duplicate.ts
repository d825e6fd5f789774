import type { RecordId } from '#shared/model/ids.ts';
import type { JudgeDuplicate } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { askOnlyAfter } from '../database/attempts.ts';
import { countArrivals } from '../database/arrivals.ts';
import { clearPossibleDuplicates, listPossibleDuplicates } from '../database/duplicates.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { settleState } from '../database/settle-record.ts';
import { adoptAs, isAdoptable } from '../sync/adopt.ts';
import { questionsAbout } from './duplicate-question.ts';

/**
 * Does what a person said of a record and its possible duplicates, and answers the record to show. "The same" makes one
 * of the two, where one was made here and never answered; "none of them" sends it, or leaves both. Fails with
 * `not-found`, and with `changed-meanwhile` when the question is no longer open or the other one waits for something.
 */
export function judgeDuplicate(
  db: WritableDb,
  resource: Resource,
  { judged, at }: { judged: JudgeDuplicate; at: string },
): Result<RecordId> {
  const { id, other } = judged;
  return db.transaction(() => {
    const record = readRecord(db, resource, id);
    if (!record) return fail({ code: 'not-found', id });
    const asked = listPossibleDuplicates(db, resource, id);
    if (asked.length === 0) return fail({ code: 'changed-meanwhile', fields: [] });
    if (other === undefined) return keepApart(db, resource, { record, at });
    // One that the service has lost since can be it as well: what becomes of it is asked then.
    const isThere = isAdoptable(db, resource, other) || readRecord(db, resource, other)?.state === 'missing';
    const isPossible = asked.includes(other) && record.base === undefined && isThere;
    if (!isPossible) return fail({ code: 'changed-meanwhile', fields: [] });
    adoptAs(db, resource, { id, other, at });
    return succeed(other);
  });
}

function keepApart(
  db: WritableDb,
  resource: Resource,
  { record, at }: { record: StoredRecord; at: string },
): Result<RecordId> {
  const { id } = record;
  const questions = questionsAbout(db, resource, { record });
  clearPossibleDuplicates(db, resource, id);
  // What has come so far is none of them: only what comes from now on can be what was sent.
  askOnlyAfter(db, resource, { id, arrivals: countArrivals(db, resource) });
  addHistory(db, resource, { id, at, kind: 'no-duplicate', changes: [], questions });
  settleState(db, resource, id);
  return succeed(id);
}
