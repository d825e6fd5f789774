import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { WritableDb } from './handle.ts';
import { hasAttempt } from './attempts.ts';
import { dequeue, enqueue, setAttention } from './outbox.ts';
import { hasUnsentEdit, writeRecord, type StoredRecord } from './records.ts';

/**
 * Writes a record and brings its outbox entry and its state in line with it, its attempts and its open conflicts, so
 * that the three can never disagree. Call it inside the transaction that changed any of them; `at` is ISO 8601.
 */
export function saveRecord(
  db: WritableDb,
  resource: Resource,
  change: { record: StoredRecord; at: string },
): void {
  const { record, at } = change;
  const isUnsent = hasUnsentEdit(resource, record);
  writeRecord(db, resource, { ...record, editedAt: isUnsent ? (record.editedAt ?? at) : undefined });
  if (isUnsent || hasAttempt(db, resource, record.id)) enqueue(db, resource, { id: record.id, at });
  else dequeue(db, resource, record.id);
  settleState(db, resource, record.id);
}

/** A record that leaves the list, and nothing of it is to be sent any more. */
export const givenUp = (record: StoredRecord): StoredRecord => ({
  ...record,
  isMissing: true,
  judgement: 'hidden',
  editedAt: undefined,
});

/**
 * Writes a record that a person changed: its edit counter moves on, and where the service had refused it, it goes
 * back into the line. One that was hidden is shown again: nothing that was typed is out of sight.
 */
export function saveEdit(
  db: WritableDb,
  resource: Resource,
  { record, at }: { record: StoredRecord; at: string },
): void {
  setAttention(db, resource, { id: record.id, attention: undefined });
  const judgement = record.judgement === 'hidden' ? undefined : record.judgement;
  saveRecord(db, resource, { record: { ...record, judgement, seq: record.seq + 1, editedAt: at }, at });
}

/** Derives a record's state from its attempts, conflicts and outbox entry. */
export function settleState(db: WritableDb, resource: Resource, id: RecordId): void {
  db.run(
    `UPDATE records SET state = CASE
       WHEN is_missing = 1 THEN 'missing'
       WHEN EXISTS (SELECT 1 FROM conflicts c WHERE c.resource = records.resource AND c.id = records.id)
         THEN 'conflict'
       WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.resource = records.resource AND o.id = records.id
         AND o.attention IS NOT NULL) THEN 'needs-attention'
       WHEN EXISTS (SELECT 1 FROM possible_duplicates d WHERE d.resource = records.resource AND d.id = records.id)
         THEN 'needs-attention'
       WHEN EXISTS (SELECT 1 FROM attempts a WHERE a.resource = records.resource AND a.id = records.id
         AND a.outcome = 'sending') THEN 'sending'
       WHEN EXISTS (SELECT 1 FROM attempts a WHERE a.resource = records.resource AND a.id = records.id
         AND a.outcome = 'unknown') THEN 'unknown'
       WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.resource = records.resource AND o.id = records.id) THEN 'dirty'
       ELSE 'clean' END
     WHERE resource = :resource AND id = :id`,
    { resource: resource.name, id },
  );
}
