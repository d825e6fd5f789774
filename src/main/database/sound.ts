import BetterSqlite3 from 'better-sqlite3';

/** Whether SQLite finds every page of a file sound. */
export function isSound(file: string): boolean {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    return database.pragma('quick_check', { simple: true }) === 'ok';
  } catch {
    // What is wrong with it is told by whoever opens it.
    return false;
  } finally {
    database?.close();
  }
}
