import { changedFields, valueOf, type Values } from '#shared/model/field.ts';
import type { Failure } from '#shared/failure.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Discarded } from '#shared/model/sync-centre.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { hasAttempt, listAttempts, mayHaveBeenSent } from '../database/attempts.ts';
import { listConflicts } from '../database/conflicts.ts';
import { appendToLog } from '../database/decision-log.ts';
import { listPossibleDuplicates } from '../database/duplicates.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import { setAttention } from '../database/outbox.ts';
import { isAside, readRecord, type StoredRecord } from '../database/records.ts';
import { givenUp, saveRecord } from '../database/settle-record.ts';
import { readState, writeState } from '../database/sync-state.ts';
import { changeLocal } from './change-local.ts';

type About = { readonly id: RecordId; readonly at: string };

/**
 * Discards what a person typed into a record and did not send: it has the service's values again, and one that was
 * never sent leaves the list; one that is out of it stays there. What was typed stays in the history. Fails with
 * `not-found`, and with `not-now` while it may have reached the service or a person has to decide first.
 */
export function discardMine(db: WritableDb, resource: Resource, { id, at }: About): Result<Discarded> {
  return db.transaction(() => {
    const record = readRecord(db, resource, id);
    if (!record) return fail({ code: 'not-found', id });
    const reason = reasonToWait(db, resource, record);
    if (reason) return fail({ code: 'not-now', reason });
    const known = record.base?.values ?? listAttempts(db, resource, id).at(-1)?.payload;
    if (known) putBaseBack(db, resource, { record, known, at });
    else takeOut(db, resource, { record, at });
    return succeed({ label: resource.label(record.local) });
  });
}

type Reason = Extract<Failure, { code: 'not-now' }>['reason'];

function reasonToWait(db: ReadableDb, resource: Resource, record: StoredRecord): Reason | undefined {
  const { id } = record;
  const isOut = isAside(record);
  if (record.isMissing && !isOut) return 'gone';
  // Nobody is asked about a record that is out of the list.
  if (listConflicts(db, resource, id).length > 0) return isOut ? 'gone' : 'undecided';
  if (listPossibleDuplicates(db, resource, id).length > 0) return 'duplicates';
  // The service does not have what is missing, whatever was sent.
  return !isOut && mayLand(db, resource, record) ? 'under-way' : undefined;
}

/** A creation that was sent may land late, however often the service was asked after it. */
const mayLand = (db: ReadableDb, resource: Resource, { id, base }: StoredRecord): boolean =>
  base ? hasAttempt(db, resource, id) : mayHaveBeenSent(db, resource, id);

type Told = { readonly record: StoredRecord; readonly at: string };

function putBaseBack(
  db: WritableDb,
  resource: Resource,
  { record, known, at }: Told & { readonly known: Values },
): void {
  const fields = changedFields(resource.fields, record.local, known);
  const changes = fields.map((field) => ({
    field,
    before: valueOf(record.local, field),
    after: valueOf(known, field),
  }));
  addHistory(db, resource, { id: record.id, at, kind: 'discarded', changes });
  const local = { ...record.local, ...known };
  if (record.isMissing)
    saveRecord(db, resource, { record: givenUp({ ...record, local, seq: record.seq + 1 }), at });
  else changeLocal(db, resource, { record, local, fields, at });
}

/** Nobody but this laptop has the record: it leaves the list as a creation does that is taken back. */
function takeOut(db: WritableDb, resource: Resource, { record, at }: Told): void {
  addHistory(db, resource, { id: record.id, at, kind: 'discarded', changes: [] });
  setAttention(db, resource, { id: record.id, attention: undefined });
  saveRecord(db, resource, { record: givenUp(record), at });
}

/** Discards work that waits for its record. Fails with `not-found` when there is none of that record. */
export const discardHeld = (db: WritableDb, resource: Resource, about: About): Result<undefined> =>
  moveHeld(db, resource, { ...about, from: 'held', to: 'held_discarded', note: 'discarded' });

/** Lets work wait again that was discarded. Fails with `not-found` when there is none of that record. */
export const restoreHeld = (db: WritableDb, resource: Resource, about: About): Result<undefined> =>
  moveHeld(db, resource, { ...about, from: 'held_discarded', to: 'held', note: 'restored' });

type Place = 'held' | 'held_discarded';
type Move = About & { readonly from: Place; readonly to: Place; readonly note: string };

function moveHeld(db: WritableDb, resource: Resource, { id, at, from, to, note }: Move): Result<undefined> {
  return db.transaction(() => {
    const here = readState(db, from) ?? [];
    const isMoved = (edit: (typeof here)[number]): boolean =>
      edit.resource === resource.name && edit.id === id;
    const moved = here.filter(isMoved);
    if (moved.length === 0) return fail({ code: 'not-found', id });
    const left = here.filter((edit) => !isMoved(edit));
    writeState(db, from, left.length > 0 ? left : undefined);
    writeState(db, to, [...(readState(db, to) ?? []), ...moved]);
    const changes = moved
      .flatMap(({ fields }) => fields)
      .map(({ field, value, seen = null }) => ({ field, before: value, after: seen }));
    appendToLog(db, resource, { id, at, kind: 'discarded', changes, note });
    return succeed(undefined);
  });
}
