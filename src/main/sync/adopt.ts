// Step 5 of docs/sync.md: Push, a record of ours is found on the service under an id of the service's own.
import { assert } from '#shared/assert.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { currentId, renameRecord } from '../database/aliases.ts';
import { listAttempts, clearAttempts } from '../database/attempts.ts';
import { keepStrays } from '../database/duplicates.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import { readDoubt } from '../database/doubts.ts';
import { readRecord } from '../database/records.ts';
import { mergeInto } from './merge-into.ts';

/** Whether a record that came from the service can become one that was made here: nothing of it waits for anything. */
export const isAdoptable = (db: WritableDb, resource: Resource, id: RecordId): boolean =>
  readRecord(db, resource, id)?.state === 'clean' && readDoubt(db, resource, id) === 'none';

/**
 * Takes `other`, which came from the service, for the record `id` that was made here and sent without an answer: both
 * become one, under the service's id, and what was typed here since is sent as an edit. Call it inside a transaction.
 */
export function adoptAs(
  db: WritableDb,
  resource: Resource,
  { id, other, at }: { id: RecordId; other: RecordId; at: string },
): void {
  const base = readRecord(db, resource, other)?.base;
  if (!base) return;
  const attempts = listAttempts(db, resource, id);
  giveId(db, resource, { from: id, to: other, landed: attempts[0]?.attempt ?? '' });
  addHistory(db, resource, { id: other, at, kind: 'adopted', changes: [] });
  clearAttempts(db, resource, other);
  const record = readRecord(db, resource, other);
  assert(record !== undefined, `Record ${other} was adopted but is not in the local copy.`);
  mergeInto(db, resource, {
    record,
    base,
    // Important! Nobody knows that it was made from what was sent: a value of its own that was not is asked about.
    before: {},
    payloads: attempts.map(({ payload }) => payload),
    at,
  });
}

/** Gives a record the service's id for it, and remembers its other creations, which may land as well. */
export function giveId(
  db: WritableDb,
  resource: Resource,
  { from, to, landed }: { from: RecordId; to: RecordId; landed: string },
): void {
  if (from === to || currentId(db, resource, from) === to) return;
  keepStrays(db, resource, { id: from, landed });
  renameRecord(db, resource, { from, to });
}
