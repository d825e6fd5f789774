import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { totalOf } from './records.ts';

/** Some of the ids of the records that the service is known to have had and that are not taken as missing, in order. */
export const listKnownIds = (
  db: ReadableDb,
  resource: Resource,
  { after, limit }: { readonly after: string; readonly limit: number },
): RecordId[] =>
  (
    db.all(
      `SELECT id FROM records WHERE resource = :resource AND id > :after AND base IS NOT NULL AND is_missing = 0
       ORDER BY id LIMIT :limit`,
      { resource: resource.name, after, limit },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);

/** How many records the service is known to have: all but those that are new or missing, which are never `clean`. */
export function countKnown(db: ReadableDb, resource: Resource): number {
  const { others } = db.get(
    `SELECT count(*) AS others FROM records INDEXED BY records_by_state
     WHERE resource = :resource AND state <> 'clean' AND (base IS NULL OR is_missing = 1)`,
    { resource: resource.name },
  ) as { others: number };
  return totalOf(db, resource) - others;
}

/** Absences that prove nothing yet, and those that are enough to ask the service after a record. */
export const ENOUGH = 2;

/** The ids that are absent at least so many times and not taken as missing yet. */
export const listAbsent = (db: ReadableDb, resource: Resource, atLeast: number): RecordId[] =>
  (
    db.all(
      'SELECT id FROM records WHERE resource = :resource AND absences > 0 AND absences >= :atLeast AND is_missing = 0 ORDER BY id',
      { resource: resource.name, atLeast },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);

/** Notes records that the service itself says it no longer has. */
export function noteRemoved(db: WritableDb, resource: Resource, removed: readonly RecordId[]): void {
  for (const id of removed) {
    db.run('UPDATE records SET absences = :enough WHERE resource = :resource AND id = :id', {
      enough: ENOUGH,
      resource: resource.name,
      id,
    });
  }
}

/** Counts one more absence of some records, and forgets those of others. */
export function noteAbsences(
  db: WritableDb,
  resource: Resource,
  { absent, returned }: { absent: readonly RecordId[]; returned: readonly RecordId[] },
): void {
  const key = (id: RecordId): { resource: string; id: RecordId } => ({ resource: resource.name, id });
  for (const id of absent) {
    db.run('UPDATE records SET absences = absences + 1 WHERE resource = :resource AND id = :id', key(id));
  }
  for (const id of returned) {
    db.run('UPDATE records SET absences = 0 WHERE resource = :resource AND id = :id', key(id));
  }
}

/**
 * The records that are taken as missing, at most `limit`: those with something to send first, and last what a person took
 * out of the list.
 */
export const listMissing = (db: ReadableDb, resource: Resource, limit: number): RecordId[] =>
  (
    db.all(
      `SELECT r.id FROM records r INDEXED BY records_by_state LEFT JOIN outbox o ON o.resource = r.resource AND o.id = r.id
       WHERE r.resource = :resource AND r.state <> 'clean' AND r.state = 'missing'
       ORDER BY o.position IS NULL, o.position, r.judgement IS 'hidden', r.id LIMIT :limit`,
      { resource: resource.name, limit },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);

/** Notes that the service no longer has a record. */
export function markMissing(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run('UPDATE records SET is_missing = 1 WHERE resource = :resource AND id = :id', {
    resource: resource.name,
    id,
  });
}
