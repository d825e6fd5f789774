import type { Choice } from '#shared/model/decision.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** A field that waits for a person's decision; its local value is the record's. */
export type OpenConflict = {
  readonly field: string;
  readonly base: FieldValue;
  readonly remote: FieldValue;
  readonly remoteAt: string | undefined;
  readonly localAt: string | undefined;
  readonly choice: Choice | undefined;
  readonly detectedAt: string;
};

type ConflictSql = {
  readonly field: string;
  readonly base: string;
  readonly remote: string;
  readonly remote_at: string | null;
  readonly local_at: string | null;
  readonly choice: string | null;
  readonly detected_at: string;
};

/** The open conflicts of a record in the order of its fields. */
export function listConflicts(db: ReadableDb, resource: Resource, id: RecordId): OpenConflict[] {
  const rows = db.all(
    `SELECT field, base, remote, remote_at, local_at, choice, detected_at FROM conflicts
     WHERE resource = :resource AND id = :id`,
    { resource: resource.name, id },
  ) as ConflictSql[];
  const order = Object.keys(resource.fields);
  return rows
    .map((row) => ({
      field: row.field,
      base: JSON.parse(row.base) as FieldValue,
      remote: JSON.parse(row.remote) as FieldValue,
      remoteAt: row.remote_at ?? undefined,
      localAt: row.local_at ?? undefined,
      choice: row.choice === null ? undefined : (JSON.parse(row.choice) as Choice),
      detectedAt: row.detected_at,
    }))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

/** Opens a conflict, or brings an open one to what is known now. */
export function putConflict(
  db: WritableDb,
  resource: Resource,
  { id, conflict }: { id: RecordId; conflict: OpenConflict },
): void {
  db.run(
    `INSERT INTO conflicts (resource, id, field, base, remote, remote_at, local_at, choice, detected_at)
     VALUES (:resource, :id, :field, :base, :remote, :remoteAt, :localAt, :choice, :detectedAt)
     ON CONFLICT (resource, id, field) DO UPDATE SET remote = excluded.remote, remote_at = excluded.remote_at,
       local_at = excluded.local_at, choice = excluded.choice`,
    {
      resource: resource.name,
      id,
      field: conflict.field,
      base: JSON.stringify(conflict.base),
      remote: JSON.stringify(conflict.remote),
      remoteAt: conflict.remoteAt ?? null,
      localAt: conflict.localAt ?? null,
      choice: conflict.choice ? JSON.stringify(conflict.choice) : null,
      detectedAt: conflict.detectedAt,
    },
  );
}

/** Closes the conflict of one field. */
export function closeConflict(
  db: WritableDb,
  resource: Resource,
  { id, field }: { id: RecordId; field: string },
): void {
  db.run('DELETE FROM conflicts WHERE resource = :resource AND id = :id AND field = :field', {
    resource: resource.name,
    id,
    field,
  });
}

/** The records with an open conflict, the oldest first. */
export const listConflicted = (db: ReadableDb, resource: Resource): RecordId[] =>
  (
    db.all(
      `SELECT id, min(detected_at) AS since FROM conflicts WHERE resource = :resource
       GROUP BY id ORDER BY since, id`,
      { resource: resource.name },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);

/** One field that waits for a decision, without its record. */
export type OpenField = {
  readonly id: RecordId;
  readonly field: string;
  readonly isAnswered: boolean;
  readonly detectedAt: string;
  /** Both sides' values as JSON text. */
  readonly yours: string;
  readonly server: string;
};

type OpenFieldSql = Omit<OpenField, 'isAnswered' | 'detectedAt'> & {
  readonly answered: number;
  readonly detected_at: string;
};

/** Every field that waits for a decision and is not out of the list, with both sides' values where they are asked for; the oldest record first. */
export function listOpenFields(db: ReadableDb, { withValues }: { withValues: boolean }): OpenField[] {
  const values = withValues
    ? `coalesce((SELECT local -> ('$.' || field) FROM records r WHERE r.resource = c.resource AND r.id = c.id), 'null')
         AS yours, remote AS server`
    : `'' AS yours, '' AS server`;
  const rows = db.all(
    `SELECT id, field, choice IS NOT NULL AS answered, detected_at, ${values},
       min(detected_at) OVER (PARTITION BY id) AS since
     FROM conflicts c WHERE NOT EXISTS (SELECT 1 FROM records r
       WHERE r.resource = c.resource AND r.id = c.id AND r.judgement = 'hidden') ORDER BY since, id`,
  ) as OpenFieldSql[];
  return rows.map(({ answered, detected_at, id, field, yours, server }) => ({
    id,
    field,
    isAnswered: answered === 1,
    detectedAt: detected_at,
    yours,
    server,
  }));
}
