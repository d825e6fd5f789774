import BetterSqlite3 from 'better-sqlite3';

/** Marks a file as a local copy of this app: the ASCII letters `KeyA`. */
export const APPLICATION_ID = 0x4b657941;

/** The settings that every connection runs with, and what SQLite answers when asked for each. */
export const pragmas = {
  journal_mode: { set: 'WAL', read: 'wal' },
  // FULL: an edit that was acknowledged survives a power cut, not only a crash.
  synchronous: { set: 'FULL', read: 2 },
  foreign_keys: { set: 'ON', read: 1 },
  trusted_schema: { set: 'OFF', read: 0 },
  cell_size_check: { set: 'ON', read: 1 },
  secure_delete: { set: 'ON', read: 1 },
  temp_store: { set: 'MEMORY', read: 2 },
  // KiB, hence negative: enough for the indexes that the list walks at 100,000 records.
  cache_size: { set: '-32000', read: -32000 },
  mmap_size: { set: '0', read: 0 },
  wal_autocheckpoint: { set: '8000', read: 8000 },
  journal_size_limit: { set: String(16 * 1024 * 1024), read: 16 * 1024 * 1024 },
  busy_timeout: { set: '5000', read: 5000 },
} as const;

/** Sets every setting of a connection. */
export function setPragmas(database: BetterSqlite3.Database): void {
  for (const [name, { set }] of Object.entries(pragmas)) database.pragma(`${name} = ${set}`);
}

/** Reads one setting back. */
export const readPragma = (database: BetterSqlite3.Database, name: string): unknown =>
  database.pragma(name, { simple: true });

/**
 * Looks at every page and says what is wrong, or `undefined`. A search index whose own tables are damaged does not answer
 * but throws: that is damage, too. Throws what SQLite does where the file cannot be read.
 */
export function findDamage(database: BetterSqlite3.Database): string | undefined {
  try {
    const found = readPragma(database, 'quick_check');
    return found === 'ok' ? undefined : `quick_check: ${String(found)}`;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_ERROR')
      return `quick_check: ${error.message}`;
    throw error;
  }
}
