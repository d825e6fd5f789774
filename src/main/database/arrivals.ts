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

/** The records that came from the service after so many others. */
export const listArrivedAfter = (db: ReadableDb, resource: Resource, arrivals: number): RecordId[] =>
  (
    db.all(
      `SELECT id FROM records WHERE resource = :resource AND arrival > 0 AND arrival > :arrivals ORDER BY arrival`,
      { resource: resource.name, arrivals },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);
