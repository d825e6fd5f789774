import type { RecordId } from '#shared/model/ids.ts';
import type { RecordPair } from '#shared/model/lookalike.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** The records that a person said are not the same as one. */
export const listToldApart = (db: ReadableDb, resource: Resource, id: RecordId): RecordId[] =>
  (
    db.all('SELECT other FROM told_apart WHERE resource = :resource AND id = :id', {
      resource: resource.name,
      id,
    }) as { other: RecordId }[]
  ).map(({ other }) => other);

/** Remembers that two records are not the same, or forgets it; said of one, it is said of the other. */
export function putToldApart(
  db: WritableDb,
  resource: Resource,
  { id, other, areApart }: RecordPair & { readonly areApart: boolean },
): void {
  const sql = areApart
    ? 'INSERT OR IGNORE INTO told_apart (resource, id, other) VALUES (:resource, :id, :other)'
    : 'DELETE FROM told_apart WHERE resource = :resource AND id = :id AND other = :other';
  db.transaction(() => {
    db.run(sql, { resource: resource.name, id, other });
    db.run(sql, { resource: resource.name, id: other, other: id });
  });
}

/** Goes on with what was said of a record under its new id. Call it inside a transaction. */
export function renameToldApart(
  db: WritableDb,
  resource: Resource,
  { from, to }: { from: RecordId; to: RecordId },
): void {
  for (const column of ['id', 'other']) {
    db.run(
      `UPDATE OR REPLACE told_apart SET ${column} = :to WHERE resource = :resource AND ${column} = :from`,
      { resource: resource.name, from, to },
    );
  }
}

/** Takes over what was said in another copy. */
export function addToldApart(db: WritableDb, resource: Resource, source: ReadableDb): void {
  const pairs = source.all('SELECT id, other FROM told_apart WHERE resource = :resource', {
    resource: resource.name,
  }) as RecordPair[];
  for (const pair of pairs) putToldApart(db, resource, { ...pair, areApart: true });
}
