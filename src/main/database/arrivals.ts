import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb } from './handle.ts';

/** How many records have come from the service so far. */
export const countArrivals = (db: ReadableDb, resource: Resource): number =>
  (
    db.get(
      'SELECT coalesce(max(arrival), 0) AS arrivals FROM records WHERE resource = :resource AND arrival > 0',
      { resource: resource.name },
    ) as { arrivals: number }
  ).arrivals;

/** The records that came from the service after so many others, but those that are known to be this laptop's. */
export const listArrivedAfter = (db: ReadableDb, resource: Resource, arrivals: number): RecordId[] =>
  (
    db.all(
      `SELECT id FROM records r WHERE resource = :resource AND arrival > 0 AND arrival > :arrivals
         AND NOT EXISTS (SELECT 1 FROM aliases a WHERE a.resource = r.resource AND a.id = r.id)
       ORDER BY arrival`,
      { resource: resource.name, arrivals },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);
