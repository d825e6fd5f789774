import BetterSqlite3 from 'better-sqlite3';
import { handleOf, type Snapshot } from './handle.ts';

/** Opens a file for reading only, for as long as some work on it takes; throws where it cannot be read. */
export function readCopy<Answer>(file: string, work: (db: Snapshot) => Answer): Answer {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    return work(handleOf(database));
  } finally {
    database.close();
  }
}
