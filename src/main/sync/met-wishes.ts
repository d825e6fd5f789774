// Step 3 of docs/sync.md: Merge, the edits that the service meets with another value.
import { valueOf } from '#shared/model/field.ts';
import type { Change } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { addHistory, listHistory } from '../database/history.ts';
import { unsentChanges, type Base, type StoredRecord } from '../database/records.ts';
import { BY_HAND } from '../records/edit-record.ts';

/** A record that meets a new base, but for the fields that wait for a decision. */
type Meeting = {
  readonly record: StoredRecord;
  readonly base: Base;
  readonly undecided: ReadonlySet<string>;
  readonly at: string;
};

/**
 * Takes the service's value for every edit that it meets without being the same: an account that was enabled is what it
 * was before it was disabled. The history says so. Call it inside a transaction.
 */
export function takeMetWishes(db: WritableDb, resource: Resource, meeting: Meeting): StoredRecord {
  const { record, base, undecided, at } = meeting;
  const changes = unsentChanges(resource, record)
    .filter((field) => !undecided.has(field))
    .map((field) => ({ field, before: valueOf(record.local, field), after: valueOf(base.values, field) }))
    .filter((change) => isMetBy(db, resource, { record, change }));
  if (changes.length === 0) return record;
  addHistory(db, resource, { id: record.id, at, kind: 'pull', changes });
  const met = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  return { ...record, local: { ...record.local, ...met } };
}

function isMetBy(
  db: ReadableDb,
  resource: Resource,
  { record, change }: { record: StoredRecord; change: Change },
): boolean {
  const { field, before: wished, after: now } = change;
  if (!record.base || wished === now) return false;
  // What it was edited from is looked for only where it matters.
  if (!resource.isMet({ seen: valueOf(record.base.values, field), wished }, now)) return false;
  const edit = listHistory(db, resource, record.id)
    .filter(({ kind }) => BY_HAND.includes(kind))
    .flatMap(({ changes }) => changes)
    .find((one) => one.field === field);
  return edit !== undefined && resource.isMet({ seen: edit.before, wished }, now);
}
