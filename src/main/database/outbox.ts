import type { RecordId } from '#shared/model/ids.ts';
import type { Attention } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { recordOf, unsentChanges, type RecordSql } from './records.ts';

/** A record with something to send; `notBefore` in ms since 1970. */
export type OutboxEntry = {
  readonly id: RecordId;
  readonly since: string;
  readonly tries: number;
  readonly notBefore: number;
  readonly attention: Attention | undefined;
};

type OutboxSql = {
  readonly id: RecordId;
  readonly since: string;
  readonly tries: number;
  readonly not_before: number;
  readonly attention: string | null;
};

const entryOf = (row: OutboxSql): OutboxEntry => ({
  id: row.id,
  since: row.since,
  tries: row.tries,
  notBefore: row.not_before,
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
  const row = db.get(
    `SELECT id, since, tries, not_before, attention FROM outbox WHERE resource = :resource AND id = :id`,
    { resource: resource.name, id },
  ) as OutboxSql | undefined;
  return row && entryOf(row);
}

/**
 * What can be sent now, oldest edit first: no conflict, no attention, not missing. Entries whose time has not come
 * are left out; `now` is in ms since 1970.
 */
export function listDue(db: ReadableDb, resource: Resource, now: number): OutboxEntry[] {
  const rows = db.all(
    `SELECT o.id, o.since, o.tries, o.not_before, o.attention FROM outbox o
     JOIN records r ON r.resource = o.resource AND r.id = o.id
     WHERE o.resource = :resource AND r.state NOT IN ('conflict', 'needs-attention', 'missing')
       AND o.not_before <= :now
     ORDER BY o.position`,
    { resource: resource.name, now },
  ) as OutboxSql[];
  return rows.map(entryOf);
}

/** When the next held entry may be tried, ms since 1970; `undefined` when nothing is held. */
export function nextDue(db: ReadableDb, resource: Resource): number | undefined {
  const row = db.get(
    `SELECT min(o.not_before) AS due FROM outbox o JOIN records r ON r.resource = o.resource AND r.id = o.id
     WHERE o.resource = :resource AND r.state NOT IN ('conflict', 'needs-attention', 'missing')`,
    { resource: resource.name },
  ) as { due: number | null };
  return row.due ?? undefined;
}

/** Counts one more failed try and holds the entry until a time, ms since 1970. */
export function holdEntry(
  db: WritableDb,
  resource: Resource,
  { id, notBefore }: { id: RecordId; notBefore: number },
): void {
  db.run(
    `UPDATE outbox SET tries = tries + 1, not_before = :notBefore WHERE resource = :resource AND id = :id`,
    { resource: resource.name, id, notBefore },
  );
}

/** Says why the service refused a record, or with `undefined` that it may be tried again. */
export function setAttention(
  db: WritableDb,
  resource: Resource,
  { id, attention }: { id: RecordId; attention: Attention | undefined },
): void {
  db.run(
    `UPDATE outbox SET attention = :attention, tries = 0, not_before = 0 WHERE resource = :resource AND id = :id`,
    { resource: resource.name, id, attention: attention ? JSON.stringify(attention) : null },
  );
}

/** The records with unsent edits and the fields that an update would send, oldest edit first. */
export function unsentEdits(db: ReadableDb, resource: Resource): { id: RecordId; fields: string[] }[] {
  const rows = db.all(
    `SELECT r.* FROM outbox o JOIN records r ON r.resource = o.resource AND r.id = o.id
     WHERE o.resource = :resource ORDER BY o.position`,
    { resource: resource.name },
  ) as RecordSql[];
  return rows.map((row) => ({ id: row.id, fields: unsentChanges(resource, recordOf(row)) }));
}
