// Step 1 of docs/sync.md: Recover.
import { listInterrupted, markInterrupted } from '../database/attempts.ts';
import type { WritableDb } from '../database/handle.ts';
import { settleState } from '../database/settle-record.ts';
import type { Resource } from '#shared/resources/resource.ts';

/** Turns every request that a crash or a stop left without an answer into one of unknown outcome; answers how many records. */
export function recover(db: WritableDb, resource: Resource): number {
  const interrupted = listInterrupted(db, resource);
  if (interrupted.length === 0) return 0;
  db.transaction(() => {
    markInterrupted(db, resource);
    for (const id of interrupted) settleState(db, resource, id);
  });
  return interrupted.length;
}
