import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb } from './handle.ts';
import { readResourceState } from './sync-state.ts';

/** What happens to a record only when the service has just shown its newest version, or taken ours. */
const SHOWN = `'pull', 'merge', 'conflict', 'sent', 'returned', 'adopted'`;

/**
 * When the version that is here was last known to be the service's newest, ISO 8601. `undefined` where nobody knows: the
 * service has no such record, was not seen to have it in its last list, or is still to be asked for it.
 */
export function readConfirmedAt(db: ReadableDb, resource: Resource, id: RecordId): string | undefined {
  const key = { resource: resource.name, id };
  const known = db.get(
    `SELECT iif(arrival > 0, created_at, NULL) AS arrived FROM records
     WHERE resource = :resource AND id = :id AND base IS NOT NULL AND is_missing = 0 AND absences = 0 AND doubt = 0`,
    key,
  ) as { arrived: string | null } | undefined;
  if (!known) return undefined;
  const { shown } = db.get(
    `SELECT max(at) AS shown FROM history WHERE resource = :resource AND id = :id AND kind IN (${SHOWN})`,
    key,
  ) as { shown: string | null };
  const moments = [known.arrived, shown, readResourceState(db, resource, 'last_complete_pull_at')];
  return moments
    .filter((at) => at !== null && at !== undefined)
    .sort()
    .at(-1);
}
