// "When something takes too long" of docs/sync.md: the record that has waited for longer than it should.
import type { RecordId } from '#shared/model/ids.ts';
import type { Stuck } from '#shared/model/sync-status.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb } from '../database/handle.ts';
import { listDue, readEntry } from '../database/outbox.ts';
import { readRecord } from '../database/records.ts';
import type { Holds } from './holds.ts';

/** Names a record that a request is about which has no answer yet. */
export function slowRecord(db: ReadableDb, resource: Resource, id: RecordId): Stuck | undefined {
  return describe(db, resource, { id, why: 'no-answer' });
}

/** Names the oldest of the records that were tried again and again for at least so many milliseconds. */
export function stuckRecord(
  db: ReadableDb,
  resource: Resource,
  { holds, limit }: { holds: Holds; limit: number },
): Stuck | undefined {
  for (const id of listDue(db, resource)) {
    const why = holds.troubleOf(id, limit);
    if (why) return describe(db, resource, { id, why });
  }
  return undefined;
}

function describe(
  db: ReadableDb,
  resource: Resource,
  { id, why }: Pick<Stuck, 'id' | 'why'>,
): Stuck | undefined {
  const record = readRecord(db, resource, id);
  const entry = readEntry(db, resource, id);
  if (!record || !entry) return undefined;
  return { id, label: resource.label(record.local), since: entry.since, why };
}
