import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** A creation that was sent and never answered, although another one of the same record was; it may land late. */
export type Stray = {
  readonly attempt: string;
  readonly id: RecordId;
  readonly payload: Values;
};

/** The records that may be the same as one. */
export const listPossibleDuplicates = (db: ReadableDb, resource: Resource, id: RecordId): RecordId[] =>
  (
    db.all('SELECT other FROM possible_duplicates WHERE resource = :resource AND id = :id ORDER BY other', {
      resource: resource.name,
      id,
    }) as { other: RecordId }[]
  ).map(({ other }) => other);

/** Asks a person whether a record is the same as others. */
export function addPossibleDuplicates(
  db: WritableDb,
  resource: Resource,
  { id, others }: { id: RecordId; others: readonly RecordId[] },
): void {
  for (const other of others) {
    db.run(
      'INSERT OR IGNORE INTO possible_duplicates (resource, id, other) VALUES (:resource, :id, :other)',
      {
        resource: resource.name,
        id,
        other,
      },
    );
  }
}

/** Asks no longer. */
export function clearPossibleDuplicates(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run('DELETE FROM possible_duplicates WHERE resource = :resource AND id = :id', {
    resource: resource.name,
    id,
  });
}

/** The creations that may still land. */
export const listStrays = (db: ReadableDb, resource: Resource): Stray[] =>
  (
    db.all('SELECT attempt, id, payload FROM strays WHERE resource = :resource ORDER BY attempt', {
      resource: resource.name,
    }) as { attempt: string; id: RecordId; payload: string }[]
  ).map(({ payload, ...stray }) => ({ ...stray, payload: JSON.parse(payload) as Values }));

/** Remembers every creation of a record that may still land, but the one that did. */
export function keepStrays(
  db: WritableDb,
  resource: Resource,
  { id, landed }: { id: RecordId; landed: string },
): void {
  db.run(
    `INSERT OR IGNORE INTO strays (attempt, resource, id, payload)
     SELECT attempt, resource, id, payload FROM attempts
     WHERE resource = :resource AND id = :id AND kind = 'create' AND attempt <> :landed`,
    { resource: resource.name, id, landed },
  );
}

/** Forgets a stray: it landed. */
export function removeStray(db: WritableDb, attempt: string): void {
  db.run('DELETE FROM strays WHERE attempt = :attempt', { attempt });
}
