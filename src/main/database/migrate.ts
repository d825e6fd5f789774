import BetterSqlite3 from 'better-sqlite3';
import { APPLICATION_ID, readPragma, setPragmas } from './pragmas.ts';
import { first } from './migrations/0001-first.ts';
import { proof } from './migrations/0002-proof.ts';
import { changeSets } from './migrations/0003-change-sets.ts';
import { drafts } from './migrations/0004-drafts.ts';
import { savedViews } from './migrations/0005-saved-views.ts';
import { search } from './migrations/0006-search.ts';
import { recordTotals } from './migrations/0007-record-totals.ts';
import { resourceStates } from './migrations/0008-resource-states.ts';
import { nameOrder } from './migrations/0009-name-order.ts';
import { toldApart } from './migrations/0010-told-apart.ts';
import { updatedOrder } from './migrations/0011-updated-order.ts';
import { foldMore } from './migrations/0012-fold.ts';

/** Every migration in order; the schema's version is how many of them a file has seen. */
export const migrations: readonly string[] = [
  first,
  proof,
  changeSets,
  drafts,
  savedViews,
  search,
  recordTotals,
  resourceStates,
  nameOrder,
  toldApart,
  updatedOrder,
  foldMore,
];

/** The newest schema that this app can read and write. */
export const SCHEMA_VERSION = migrations.length;

/** The version of a file's schema; 0 for a file that has none. */
export const schemaVersionOf = (database: BetterSqlite3.Database): number =>
  Number(readPragma(database, 'user_version'));

/** Brings a file to the newest schema in one transaction; a file that is there already is left alone. */
export function migrate(database: BetterSqlite3.Database): void {
  const from = schemaVersionOf(database);
  if (from === SCHEMA_VERSION) return;
  database
    .transaction(() => {
      for (const sql of migrations.slice(from)) database.exec(sql);
      const orphans = database.pragma('foreign_key_check') as unknown[];
      if (orphans.length > 0)
        throw new BetterSqlite3.SqliteError(
          `Migration left ${String(orphans.length)} rows without a record.`,
          'SQLITE_CORRUPT',
        );
      database.pragma(`application_id = ${String(APPLICATION_ID)}`);
      database.pragma(`user_version = ${String(SCHEMA_VERSION)}`);
    })
    .exclusive();
}

/** Brings a copy that is not open to the newest schema; answers whether it has it now. */
export function migrateCopy(file: string): boolean {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(file, { timeout: 5000, fileMustExist: true });
    setPragmas(database);
    migrate(database);
    return true;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return false;
    throw error;
  } finally {
    database?.close();
  }
}
