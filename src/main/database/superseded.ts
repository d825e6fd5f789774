import { createHash } from 'node:crypto';
import type { Values } from '#shared/model/field.ts';
import type { RecordId, Token } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** That many tokens of a record are remembered. */
const KEPT = 8;

/** Names one of several versions that share a token; the order of the fields does not matter. */
export function contentName({ token, values }: { token: Token; values: Values }): Token {
  const fields = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
  return `${token} ${hash}` as Token;
}

/** Whether a token names a version of the record that a newer one has replaced. */
export const isSuperseded = (
  db: ReadableDb,
  resource: Resource,
  { id, token }: { id: RecordId; token: Token },
): boolean =>
  db.get('SELECT 1 FROM superseded WHERE resource = :resource AND id = :id AND token = :token', {
    resource: resource.name,
    id,
    token,
  }) !== undefined;

/** Remembers that `from` was replaced by `to`, which is the newest now. */
export function noteSuperseded(
  db: WritableDb,
  resource: Resource,
  { id, from, to }: { id: RecordId; from: Token; to: Token },
): void {
  const record = { resource: resource.name, id };
  const key = 'resource = :resource AND id = :id';
  db.run(`DELETE FROM superseded WHERE ${key} AND token IN (:from, :to)`, { ...record, from, to });
  const newest = db.insert('INSERT INTO superseded (resource, id, token) VALUES (:resource, :id, :from)', {
    ...record,
    from,
  });
  db.run(
    `DELETE FROM superseded WHERE ${key} AND entry < :newest AND entry NOT IN
       (SELECT entry FROM superseded WHERE ${key} ORDER BY entry DESC LIMIT :kept)`,
    { ...record, newest, kept: KEPT },
  );
}

/** Forgets that a version was replaced: the service went back to it. */
export function forgetSuperseded(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run('DELETE FROM superseded WHERE resource = :resource AND id = :id', { resource: resource.name, id });
}
