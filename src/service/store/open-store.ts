import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { openCounters } from './counters.ts';
import type { Counters } from './counters.ts';
import { openIdempotencyTable } from './idempotency-table.ts';
import type { IdempotencyTable } from './idempotency-table.ts';
import { openKeyAccountTable } from './key-account-table.ts';
import type { KeyAccountTable } from './key-account-table.ts';
import { openMarketplaceAccountTable } from './marketplace-account-table.ts';
import type { MarketplaceAccountTable } from './marketplace-account-table.ts';
import { SCHEMA_STEPS } from './schema.ts';
import { openTombstoneTable } from './tombstone-table.ts';
import type { TombstoneTable } from './tombstone-table.ts';

/** Names a store that lives and dies with the process. */
export const IN_MEMORY = ':memory:';

/** Everything the service keeps. */
export type Store = {
  readonly counters: Counters;
  readonly keyAccounts: KeyAccountTable;
  readonly marketplaceAccounts: MarketplaceAccountTable;
  readonly tombstones: TombstoneTable;
  readonly idempotency: IdempotencyTable;
  /** Runs a function that reads; all it sees is of one moment. */
  readonly reading: <Value>(work: () => Value) => Value;
  /** Runs a function that writes, alone, all of it or nothing. */
  readonly writing: <Value>(work: () => Value) => Value;
  readonly close: () => void;
};

/** Takes a file through the steps that it has not been through: all of them, or only what came since. */
function prepareTables(db: Database, newId: () => string): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  const newest = SCHEMA_STEPS.length;
  if (version === newest) return;
  if (version < 0 || version > newest)
    throw new Error(`its version is ${String(version)}, this service reads version ${String(newest)}`);
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (version === 0 && tables !== 0) throw new Error('it is a database of something else');
  for (const step of SCHEMA_STEPS.slice(version)) db.exec(step);
  if (version === 0) db.prepare('INSERT INTO service (one, epoch) VALUES (1, ?)').run(newId());
  db.pragma(`user_version = ${String(newest)}`);
}

/** Says that a file cannot be this service's store, and why. */
export class UnusableStore extends Error {}

function openDatabase(file: string, newId: () => string): Database {
  let db: Database | undefined;
  try {
    db = new Sqlite(file);
    // First of all: a file that turns out to be something else must be left as it was.
    db.transaction(prepareTables).immediate(db, newId);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    return db;
  } catch (error) {
    db?.close();
    throw new UnusableStore(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Opens the store in a file, made where there is none, or in memory; throws `UnusableStore`. */
export function openStore(file: string, newId: () => string): Store {
  const db = openDatabase(file, newId);
  return {
    counters: openCounters(db),
    keyAccounts: openKeyAccountTable(db),
    marketplaceAccounts: openMarketplaceAccountTable(db),
    tombstones: openTombstoneTable(db),
    idempotency: openIdempotencyTable(db),
    reading: (work) => db.transaction(work).deferred(),
    writing: (work) => db.transaction(work).immediate(),
    close: () => void db.close(),
  };
}
