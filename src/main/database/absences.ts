import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** The ids of every record that the service is known to have had and that is not taken as missing. */
export const listKnownIds = (db: ReadableDb, resource: Resource): Set<RecordId> =>
  new Set(
    (
      db.all('SELECT id FROM records WHERE resource = :resource AND base IS NOT NULL AND is_missing = 0', {
        resource: resource.name,
      }) as { id: RecordId }[]
    ).map(({ id }) => id),
  );

/** How many complete lists in a row did not have a record, for those that were absent. */
export const countAbsences = (db: ReadableDb, resource: Resource): Map<RecordId, number> =>
  new Map(
    (
      db.all('SELECT id, absences FROM records WHERE resource = :resource AND absences > 0', {
        resource: resource.name,
      }) as { id: RecordId; absences: number }[]
    ).map(({ id, absences }) => [id, absences]),
  );

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

/** Notes that the service no longer has a record. */
export function markMissing(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run('UPDATE records SET is_missing = 1 WHERE resource = :resource AND id = :id', {
    resource: resource.name,
    id,
  });
}
