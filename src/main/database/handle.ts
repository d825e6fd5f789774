import type BetterSqlite3 from 'better-sqlite3';

type Value = string | number | null;

/** Named parameters of a statement. */
export type Parameters = Readonly<Record<string, Value>>;

/** A local copy that may be read; a function that takes only this cannot write. */
export type ReadableDb = {
  /** The first row, or `undefined`. */
  readonly get: (sql: string, parameters?: Parameters) => unknown;
  readonly all: (sql: string, parameters?: Parameters) => unknown[];
};

/** A local copy that is opened for one reading, from its first row to its last as it is at one moment. */
export type Snapshot = ReadableDb & {
  /** Goes through rows one by one; until the last one this connection can do nothing else. */
  readonly each: (sql: string, parameters?: Parameters) => Iterable<unknown>;
};

/** A local copy that may be written. */
export type WritableDb = ReadableDb & {
  /** Runs a statement and answers how many rows it changed. */
  readonly run: (sql: string, parameters?: Parameters) => number;
  /** Runs a statement that inserts one row and answers its rowid. */
  readonly insert: (sql: string, parameters?: Parameters) => number;
  /** Runs `work` in one transaction: all of it is kept, or nothing. Never hand it an async function. */
  readonly transaction: <Answer>(work: () => Answer) => Answer;
  /**
   * The same for what can be fetched again: it does not wait for the disk. A power cut may take it back, and then also
   * everything relaxed after it; a `transaction` after it waits for both.
   */
  readonly relaxed: <Answer>(work: () => Answer) => Answer;
};

/** Wraps an open database; every statement is prepared once and kept. */
export function handleOf(database: BetterSqlite3.Database): WritableDb & Snapshot {
  const statements = new Map<string, BetterSqlite3.Statement<[Parameters]>>();
  const prepared = (sql: string): BetterSqlite3.Statement<[Parameters]> => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare<[Parameters]>(sql);
    statements.set(sql, statement);
    return statement;
  };
  // Immediate: the write lock is taken at the start, so that a transaction never fails half way with SQLITE_BUSY.
  const transaction = <Answer>(work: () => Answer): Answer =>
    database.inTransaction ? database.transaction(work)() : database.transaction(work).immediate();
  return {
    get: (sql, parameters = {}) => prepared(sql).get(parameters),
    all: (sql, parameters = {}) => prepared(sql).all(parameters),
    each: (sql, parameters = {}) => prepared(sql).iterate(parameters),
    run: (sql, parameters = {}) => prepared(sql).run(parameters).changes,
    insert: (sql, parameters = {}) => Number(prepared(sql).run(parameters).lastInsertRowid),
    transaction,
    relaxed: (work) => {
      const durability = String(database.pragma('synchronous', { simple: true }));
      database.pragma('synchronous = NORMAL');
      try {
        return transaction(work);
      } finally {
        database.pragma(`synchronous = ${durability}`);
      }
    },
  };
}
