import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { settleState } from './settle-record.ts';
import { renameToldApart } from './told-apart.ts';

/** The id that a record has now: the service's, where it gave one of its own; else the one that was asked with. */
export function currentId(db: ReadableDb, resource: Resource, id: RecordId): RecordId {
  const row = db.get('SELECT id FROM aliases WHERE resource = :resource AND alias = :id', {
    resource: resource.name,
    id,
  }) as { id: RecordId } | undefined;
  return row?.id ?? id;
}

/** Whether a record of the service is known to be one that was made here. */
export const hasAlias = (db: ReadableDb, resource: Resource, id: RecordId): boolean =>
  db.get('SELECT 1 FROM aliases WHERE resource = :resource AND id = :id LIMIT 1', {
    resource: resource.name,
    id,
  }) !== undefined;

/** The tables that say something about a record. */
const TABLES = ['outbox', 'attempts', 'conflicts', 'history', 'superseded', 'strays', 'possible_duplicates'];

/**
 * Gives a record the id that the service has for it, with everything that is known of it; a row that came from the
 * service under that id makes room, and nobody is asked about either of the two any more. Whoever still asks with the
 * old id finds it. Call it inside a transaction.
 */
export function renameRecord(
  db: WritableDb,
  resource: Resource,
  { from, to }: { from: RecordId; to: RecordId },
): void {
  const ids = { resource: resource.name, from, to };
  db.run('PRAGMA defer_foreign_keys = ON');
  const asked = db.all(
    'SELECT DISTINCT id FROM possible_duplicates WHERE resource = :resource AND other IN (:from, :to)',
    ids,
  ) as { id: RecordId }[];
  db.run(
    'DELETE FROM possible_duplicates WHERE resource = :resource AND (id IN (:from, :to) OR other IN (:from, :to))',
    ids,
  );
  // It takes over when the other one came: arrivals are counted by the newest, and none may be counted twice.
  db.run(
    `UPDATE records SET arrival = max(arrival, coalesce((SELECT r.arrival FROM records r
       WHERE r.resource = :resource AND r.id = :to), 0)) WHERE resource = :resource AND id = :from`,
    ids,
  );
  db.run('DELETE FROM records WHERE resource = :resource AND id = :to', { resource: resource.name, to });
  db.run('UPDATE records SET id = :to WHERE resource = :resource AND id = :from', ids);
  for (const table of TABLES) {
    db.run(`UPDATE ${table} SET id = :to WHERE resource = :resource AND id = :from`, ids);
  }
  // What was typed here last is the newer draft, where a field has one under both ids.
  db.run('UPDATE OR REPLACE drafts SET id = :to WHERE resource = :resource AND id = :from', ids);
  renameToldApart(db, resource, { from, to });
  db.run('UPDATE aliases SET id = :to WHERE resource = :resource AND id = :from', ids);
  db.run('INSERT INTO aliases (resource, alias, id) VALUES (:resource, :from, :to)', ids);
  for (const { id } of asked) settleState(db, resource, id);
}
