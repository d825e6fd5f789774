import { existsSync, statSync, writeFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { StorageProblem, StorageProblemKind } from '#shared/model/app-state.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { handleOf, type WritableDb } from './handle.ts';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate.ts';
import { APPLICATION_ID, readPragma, setPragmas } from './pragmas.ts';
import { storageProblemOf } from './storage-fault.ts';

/** An open local copy; `close` lets SQLite tidy up and releases the file, once. */
export type LocalCopy = { readonly db: WritableDb; readonly close: () => void };

/** The file beside a local copy that says "there has been data here", so that a lost copy is no first run. */
export const markerOf = (file: string): string => `${file}.initialised`;

/**
 * Opens the local copy at `file`, making it when there has never been one. A copy that is newer, foreign, corrupt,
 * empty, missing or locked is a problem with a name; nothing is deleted and nothing is overwritten.
 */
export function openLocalCopy(file: string): Result<LocalCopy, StorageProblem> {
  const problem = (kind: StorageProblemKind, detail: string): Result<never, StorageProblem> =>
    fail({ kind, file, detail });
  const lost = findLoss(file);
  if (lost) return problem(lost.kind, lost.detail);
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(file, { timeout: 5000 });
    const refusal = refuse(database);
    if (refusal) {
      database.close();
      return problem(refusal.kind, refusal.detail);
    }
    prepare(database);
    writeFileSync(markerOf(file), `schema ${String(SCHEMA_VERSION)}\n`, { mode: 0o600 });
    return succeed(localCopyOf(database));
  } catch (error) {
    database?.close();
    const kind = storageProblemOf(error);
    if (kind === undefined) throw error;
    return problem(kind, error instanceof Error ? error.message : String(error));
  }
}

type Refusal = { readonly kind: StorageProblemKind; readonly detail: string };

function findLoss(file: string): Refusal | undefined {
  const hadData = existsSync(markerOf(file));
  if (!existsSync(file)) {
    return hadData ? { kind: 'missing', detail: 'The file of the local copy is gone.' } : undefined;
  }
  // SQLite opens a file of no bytes as a healthy, empty database.
  if (statSync(file).size === 0 && hadData) {
    return { kind: 'empty', detail: 'The file of the local copy is there but holds nothing.' };
  }
  return undefined;
}

function refuse(database: BetterSqlite3.Database): Refusal | undefined {
  const version = schemaVersionOf(database);
  const application = Number(readPragma(database, 'application_id'));
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (application !== APPLICATION_ID && (tables > 0 || version > 0 || application !== 0)) {
    return { kind: 'foreign', detail: `application_id ${String(application)}, ${String(tables)} tables` };
  }
  if (version > SCHEMA_VERSION) {
    return {
      kind: 'newer',
      detail: `schema ${String(version)}, this app reads up to ${String(SCHEMA_VERSION)}`,
    };
  }
  return undefined;
}

function prepare(database: BetterSqlite3.Database): void {
  setPragmas(database);
  const check = database.pragma('quick_check', { simple: true });
  if (check !== 'ok') throw new BetterSqlite3.SqliteError(`quick_check: ${String(check)}`, 'SQLITE_CORRUPT');
  migrate(database);
}

function localCopyOf(database: BetterSqlite3.Database): LocalCopy {
  return {
    db: handleOf(database),
    close: () => {
      if (!database.open) return;
      database.pragma('optimize');
      database.close();
    },
  };
}
