import type { RecordId } from '#shared/model/ids.ts';
import type { Attention, RecordState } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { resources } from '#shared/resources/resources.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { recordOf, unsentChanges, type RecordSql } from './records.ts';

/** A record with something to send. */
export type OutboxEntry = {
  readonly id: RecordId;
  readonly since: string;
  readonly attention: Attention | undefined;
};

type OutboxSql = {
  readonly id: RecordId;
  readonly since: string;
  readonly attention: string | null;
};

const entryOf = (row: OutboxSql): OutboxEntry => ({
  id: row.id,
  since: row.since,
  attention: row.attention === null ? undefined : (JSON.parse(row.attention) as Attention),
});

/** Puts a record into the outbox at the end; one that is there keeps its place. */
export function enqueue(db: WritableDb, resource: Resource, { id, at }: { id: RecordId; at: string }): void {
  db.run(
    `INSERT INTO outbox (resource, id, since, position)
     VALUES (:resource, :id, :at, (SELECT coalesce(max(position), 0) + 1 FROM outbox))
     ON CONFLICT (resource, id) DO NOTHING`,
    { resource: resource.name, id, at },
  );
}

/** Takes a record out of the outbox. */
export function dequeue(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run('DELETE FROM outbox WHERE resource = :resource AND id = :id', { resource: resource.name, id });
}

/** One record's entry, or `undefined` when nothing of it waits. */
export function readEntry(db: ReadableDb, resource: Resource, id: RecordId): OutboxEntry | undefined {
  const row = db.get(`SELECT id, since, attention FROM outbox WHERE resource = :resource AND id = :id`, {
    resource: resource.name,
    id,
  }) as OutboxSql | undefined;
  return row && entryOf(row);
}

/** Whether nothing waits, whatever holds it. */
export const isOutboxEmpty = (db: ReadableDb, resource: Resource): boolean =>
  db.get('SELECT 1 FROM outbox WHERE resource = :resource LIMIT 1', { resource: resource.name }) ===
  undefined;

/** What can be sent, oldest edit first: no conflict, no attention, not missing. */
export const listDue = (db: ReadableDb, resource: Resource): RecordId[] =>
  (
    db.all(
      `SELECT o.id FROM outbox o CROSS JOIN records r ON r.resource = o.resource AND r.id = o.id
       WHERE o.resource = :resource AND r.state NOT IN ('conflict', 'needs-attention', 'missing')
       ORDER BY o.position`,
      { resource: resource.name },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);

/** Says why the service refused a record, or with `undefined` that it may be tried again. */
export function setAttention(
  db: WritableDb,
  resource: Resource,
  { id, attention }: { id: RecordId; attention: Attention | undefined },
): void {
  db.run('UPDATE outbox SET attention = :attention WHERE resource = :resource AND id = :id', {
    resource: resource.name,
    id,
    attention: attention ? JSON.stringify(attention) : null,
  });
}

/** The records with unsent edits and the fields that an update would send, oldest edit first. */
export function unsentEdits(db: ReadableDb, resource: Resource): { id: RecordId; fields: string[] }[] {
  const rows = db.all(
    `SELECT r.* FROM outbox o CROSS JOIN records r ON r.resource = o.resource AND r.id = o.id
     WHERE o.resource = :resource ORDER BY o.position`,
    { resource: resource.name },
  ) as RecordSql[];
  return rows.map((row) => ({ id: row.id, fields: unsentChanges(resource, recordOf(row)) }));
}

/** What is out of the list and has an edit of its own. */
export const IS_ASIDE = `state = 'missing' AND judgement = 'hidden' AND edited_at IS NOT NULL`;

/**
 * Records in some states other than `clean`, of those that are missing the ones that are aside, the oldest unsent edit
 * first: one page, and how many there are.
 */
export function pageOfStates(
  db: ReadableDb,
  query: { states: readonly RecordState[]; offset: number; limit: number },
): { readonly ids: RecordId[]; readonly total: number } {
  const { states, offset, limit } = query;
  const names = JSON.stringify(resources.map(({ name }) => name));
  const parameters = { names, states: JSON.stringify(states) };
  const among = 'records r INDEXED BY records_by_state';
  const where = `r.resource IN (SELECT value FROM json_each(:names))
    AND r.state <> 'clean' AND r.state IN (SELECT value FROM json_each(:states))
    AND (r.state <> 'missing' OR (${IS_ASIDE}))`;
  const { total } = db.get(`SELECT count(*) AS total FROM ${among} WHERE ${where}`, parameters) as {
    total: number;
  };
  const rows = db.all(
    `SELECT r.id FROM ${among} LEFT JOIN outbox o ON o.resource = r.resource AND o.id = r.id
     WHERE ${where} ORDER BY o.position IS NULL, o.position, r.id LIMIT :limit OFFSET :offset`,
    { ...parameters, offset, limit },
  ) as { id: RecordId }[];
  return { ids: rows.map(({ id }) => id), total };
}
