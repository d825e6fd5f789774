import Database from 'better-sqlite3';

/** Loads SQLite's addon, opens a database that is only in memory, and answers the version of SQLite. */
export function sqliteVersion(): string {
  const database = new Database(':memory:');
  try {
    return String(database.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    database.close();
  }
}
