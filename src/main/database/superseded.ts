import { createHash } from 'node:crypto';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** That many names of a record are remembered. */
const KEPT = 8;

/** Names what a version holds, whatever its token; the order of the fields does not matter. */
export function contentName(values: Values): string {
  const fields = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
}

/** Whether a token, or the name of a content, is of a version of the record that a newer one has replaced. */
export const isSuperseded = (
  db: ReadableDb,
  resource: Resource,
  { id, name }: { id: RecordId; name: string },
): boolean =>
  db.get('SELECT 1 FROM superseded WHERE resource = :resource AND id = :id AND token = :name', {
    resource: resource.name,
    id,
    name,
  }) !== undefined;

/** Remembers by their names the versions that gave way to the one with the names `by`, the newest now. */
export function noteSuperseded(
  db: WritableDb,
  resource: Resource,
  { id, replaced, by }: { id: RecordId; replaced: readonly string[]; by: readonly string[] },
): void {
  const record = { resource: resource.name, id };
  const key = 'resource = :resource AND id = :id';
  for (const name of [...replaced, ...by])
    db.run(`DELETE FROM superseded WHERE ${key} AND token = :name`, { ...record, name });
  for (const name of replaced)
    db.run('INSERT INTO superseded (resource, id, token) VALUES (:resource, :id, :name)', {
      ...record,
      name,
    });
  db.run(
    `DELETE FROM superseded WHERE ${key} AND entry NOT IN
       (SELECT entry FROM superseded WHERE ${key} ORDER BY entry DESC LIMIT :kept)`,
    { ...record, kept: KEPT },
  );
}

/** Forgets that a version was replaced: the service went back to it. */
export function forgetSuperseded(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run('DELETE FROM superseded WHERE resource = :resource AND id = :id', { resource: resource.name, id });
}
