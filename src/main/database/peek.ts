import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** How much a local copy holds. */
export type CopyCounts = { readonly records: number; readonly unsent: number };

/** Counts what a copy holds without changing it; nothing for one that is not there or cannot be read. */
export function countCopy(file: string): CopyCounts {
  const nothing = { records: 0, unsent: 0 };
  if (!existsSync(file)) return nothing;
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(file, { readonly: true });
    return database
      .prepare('SELECT (SELECT count(*) FROM records) AS records, (SELECT count(*) FROM outbox) AS unsent')
      .get() as CopyCounts;
  } catch {
    // What is wrong with it is told when it is opened.
    return nothing;
  } finally {
    database?.close();
  }
}
