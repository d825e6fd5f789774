import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { resources } from '#shared/resources/resources.ts';
import { currentId, renameRecord } from '../database/aliases.ts';
import { listConflicted } from '../database/conflicts.ts';
import { addDrafts } from '../database/drafts.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { operationOf, type HeldEdit, type HeldField } from '../database/held-edits.ts';
import { addHistory } from '../database/history.ts';
import { unsentEdits } from '../database/outbox.ts';
import { readRecord } from '../database/records.ts';
import { listViews, saveView } from '../database/saved-views.ts';
import { readResourceState, readState, writeResourceState, writeState } from '../database/sync-state.ts';
import { addToldApart } from '../database/told-apart.ts';
import { addDecisionLog, transplant } from '../database/transplant.ts';
import { createRecord } from './create-record.ts';
import { editRecord } from './edit-record.ts';

/** What was put back into a copy. */
export type PutBack = {
  /** Records whose unsent work is here again. */
  readonly records: number;
  /** Records whose unsent work waits for the record itself. */
  readonly held: number;
};

/**
 * Puts the unsent work of a salvaged copy back into this one, in one transaction: whole records as they stood, with
 * attempts of unknown outcome and open decisions; work without its record is held until that is here. A salvaged copy
 * that was put back before does nothing more. `at` is ISO 8601.
 */
export function putBack(db: WritableDb, { source, at }: PutBackFrom): PutBack {
  const digest = readState(source, 'digest') ?? '';
  return db.transaction(() => {
    const before = readState(db, 'put_back') ?? [];
    if (before.includes(digest)) return { records: 0, held: 0 };
    const done = resources.map((resource) => putRecordsBack(db, resource, { source, at, digest }));
    addDecisionLog(db, source);
    takeStates(db, source);
    writeState(db, 'put_back', [...before, digest]);
    return {
      records: done.reduce((sum, { records }) => sum + records, 0),
      held: resources.reduce((sum, resource) => sum + hold(db, resource, source), 0),
    };
  });
}

type PutBackFrom = { readonly source: ReadableDb; readonly at: string };

function putRecordsBack(
  db: WritableDb,
  resource: Resource,
  { source, at, digest }: PutBackFrom & { readonly digest: string },
): Pick<PutBack, 'records'> {
  takeNames(db, resource, source);
  const unsent = unsentIds(source, resource);
  // What is unsent in an older copy may have been sent since: the newer copy knows.
  const ids = new Set([...unsent, ...unsentIds(db, resource)]);
  for (const id of withDuplicates(source, resource, ids)) takeOver(db, resource, { source, id });
  for (const id of unsent) {
    addHistory(db, resource, { id, at, kind: 'salvaged', changes: [], operation: operationOf(digest, id) });
  }
  for (const view of listViews(source, resource)) saveView(db, resource, view);
  addToldApart(db, resource, source);
  addDrafts(db, resource, source);
  return { records: unsent.length };
}

function unsentIds(db: ReadableDb, resource: Resource): RecordId[] {
  return [...new Set([...unsentEdits(db, resource).map(({ id }) => id), ...listConflicted(db, resource)])];
}

/** Records that may be one and the same are asked about together. */
function withDuplicates(source: ReadableDb, resource: Resource, ids: ReadonlySet<RecordId>): Set<RecordId> {
  const pairs = source.all('SELECT id, other FROM possible_duplicates WHERE resource = :resource', {
    resource: resource.name,
  }) as { id: RecordId; other: RecordId }[];
  const others = pairs.filter(({ id }) => ids.has(id)).map(({ other }) => other);
  return new Set([...others, ...ids]);
}

/** A record that is new in an older copy may have got the service's own id since. */
function takeNames(db: WritableDb, resource: Resource, source: ReadableDb): void {
  for (const id of unsentIds(db, resource)) {
    const now = currentId(source, resource, id);
    if (now !== id) renameRecord(db, resource, { from: id, to: now });
  }
}

type Salvaged = { readonly source: ReadableDb; readonly id: RecordId };

function takeOver(db: WritableDb, resource: Resource, { source, id }: Salvaged): void {
  const told = readRecord(source, resource, id);
  const here = readRecord(db, resource, id);
  // A record that was edited here since is the newer one.
  if (told && (!here || here.seq <= told.seq)) transplant(db, resource, { source, id });
}

/** What a person chose and whose copy it is stays so. */
function takeStates(db: WritableDb, source: ReadableDb): void {
  const owner = readState(db, 'owner') ?? readState(source, 'owner');
  writeState(db, 'owner', owner);
  writeState(db, 'offline_since', readState(source, 'offline_since'));
}

/** Keeps work without its record; answers how many. New records need none: they are made at once. */
function hold(db: WritableDb, resource: Resource, source: ReadableDb): number {
  const told = (readState(source, 'held') ?? []).filter((edit) => edit.resource === resource.name);
  for (const edit of told.filter(({ kind }) => kind === 'create')) makeAgain(db, resource, edit);
  const edits = told.filter(({ kind }) => kind === 'edit');
  if (edits.length === 0) return 0;
  writeState(db, 'held', [...(readState(db, 'held') ?? []), ...edits]);
  // Only what the service has now says what these edits meet.
  writeResourceState(db, resource, 'last_complete_pull_at', undefined);
  return edits.length;
}

function makeAgain(db: WritableDb, resource: Resource, { id, at, fields }: HeldEdit): void {
  if (readRecord(db, resource, id)) {
    doAgain(db, resource, { id, at, fields });
    return;
  }
  const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  const operation = operationOf('create', resource.name, id);
  createRecord(db, resource, { made: { operation, id, values }, at });
  addHistory(db, resource, { id, at, kind: 'salvaged', changes: [] });
}

/**
 * Does the held work again whose records are here by now; answers whose. Waits for a complete pull: before it, nobody
 * knows what the service has.
 */
export function redoHeld(db: WritableDb, resource: Resource, at: string): RecordId[] {
  const held = readState(db, 'held');
  if (!held || held.length === 0 || !isPulled(db, resource)) return [];
  return db.transaction(() => {
    const isHere = ({ id }: HeldEdit): boolean =>
      readRecord(db, resource, currentId(db, resource, id)) !== undefined;
    const ready = held.filter((edit) => edit.resource === resource.name && isHere(edit));
    if (ready.length === 0) return [];
    for (const { id: told, fields } of ready) {
      const id = currentId(db, resource, told);
      doAgain(db, resource, { id, at, fields });
      addHistory(db, resource, { id, at, kind: 'salvaged', changes: [] });
    }
    const left = held.filter((edit) => !ready.includes(edit));
    writeState(db, 'held', left.length > 0 ? left : undefined);
    return ready.map(({ id }) => currentId(db, resource, id));
  });
}

const isPulled = (db: ReadableDb, resource: Resource): boolean =>
  readResourceState(db, resource, 'last_complete_pull_at') !== undefined;

type Work = { readonly id: RecordId; readonly at: string; readonly fields: readonly HeldField[] };

function doAgain(db: WritableDb, resource: Resource, { id, at, fields }: Work): void {
  for (const { operation, field, value, seen } of fields) {
    editRecord(db, resource, { edit: { operation, id, field, value, seen: seenBy(value, seen) }, at });
  }
}

/** Where nobody knows what the person had seen, any other value is asked about: it is then taken for unseen. */
const seenBy = (value: FieldValue, seen: FieldValue | undefined): FieldValue =>
  seen === undefined ? value : seen;
