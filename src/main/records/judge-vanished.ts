import type { Resource } from '#shared/resources/resource.ts';
import { listAbsent, noteAbsences } from '../database/absences.ts';
import { appendToLog } from '../database/decision-log.ts';
import type { WritableDb } from '../database/handle.ts';
import { readResourceState, writeResourceState } from '../database/sync-state.ts';

/**
 * Takes a person's word on the many records that vanished at once: where they are gone, each is asked for in the next
 * round and taken as missing; where they are not, everything is listed again and their absences count from the
 * beginning. Does nothing when nothing is asked (any more).
 */
export function judgeVanished(
  db: WritableDb,
  resource: Resource,
  { areGone, at }: { areGone: boolean; at: string },
): void {
  db.transaction(() => {
    if (readResourceState(db, resource, 'vanished') === undefined) return;
    const absent = listAbsent(db, resource, 1);
    const note = `${String(absent.length)} records, ${areGone ? 'gone' : 'not gone'}`;
    const [first] = absent;
    if (first !== undefined)
      appendToLog(db, resource, { id: first, at, kind: 'vanished', changes: [], note });
    if (areGone) writeResourceState(db, resource, 'vanished_believed', true);
    else {
      noteAbsences(db, resource, { absent: [], returned: absent });
      // The delta has named them and never will again.
      writeResourceState(db, resource, 'cursor', undefined);
    }
    writeResourceState(db, resource, 'vanished', undefined);
  });
}
