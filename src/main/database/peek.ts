import { existsSync } from 'node:fs';
import { hasMarker } from './marker.ts';
import { readCopy } from './read-copy.ts';

/** How many records of each resource a local copy holds; `unsent` counts open decisions and salvaged work, too. */
export type CopyCounts = {
  readonly records: number;
  readonly byResource: Readonly<Partial<Record<string, number>>>;
  readonly unsent: number;
};

/** Counts what a copy holds without changing it; nothing for one that is not there or cannot be read. */
export const countCopy = (file: string): CopyCounts =>
  readCounts(file) ?? { records: 0, byResource: {}, unsent: 0 };

/** Whether there has ever been a copy in this place. */
export const isCopyPlaceUsed = (file: string): boolean => existsSync(file) || hasMarker(file);

/** Whether it is certain that a copy holds nothing: there never was one, or it can be read and is empty. */
export function isCopyEmpty(file: string): boolean {
  if (!isCopyPlaceUsed(file)) return true;
  const counts = readCounts(file);
  return counts !== undefined && counts.records === 0 && counts.unsent === 0;
}

function readCounts(file: string): CopyCounts | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readCopy(file, (db) => {
      const each = db.all('SELECT resource, count(*) AS records FROM records GROUP BY resource') as {
        readonly resource: string;
        readonly records: number;
      }[];
      const { unsent } = db.get(
        `SELECT (SELECT count(*) FROM (SELECT id FROM outbox UNION SELECT id FROM conflicts)) + coalesce(
           (SELECT json_array_length(value) FROM sync_state WHERE name = 'held'), 0) AS unsent`,
      ) as { readonly unsent: number };
      return {
        records: each.reduce((sum, { records }) => sum + records, 0),
        byResource: Object.fromEntries(each.map(({ resource, records }) => [resource, records])),
        unsent,
      };
    });
  } catch {
    // What is wrong with it is told when it is opened.
    return undefined;
  }
}
