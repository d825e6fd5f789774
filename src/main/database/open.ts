import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { StorageProblem, StorageProblemKind } from '#shared/model/app-state.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { handleOf, type WritableDb } from './handle.ts';
import { hasMarker, historyLength, lyingOf, readMark, writeMark, type Lying } from './marker.ts';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate.ts';
import { readFileHead, type FileHead } from './page-file.ts';
import { APPLICATION_ID, findDamage, setPragmas } from './pragmas.ts';
import { storageProblemOf } from './storage-fault.ts';

/** An open local copy. */
export type LocalCopy = {
  readonly db: WritableDb;
  /** Notes beside the file how much is in it, so that an older one in its place is told from it. */
  readonly note: () => void;
  /** Lets SQLite tidy up and releases the file, once. */
  readonly close: () => void;
};

type Refusal = { readonly kind: StorageProblemKind; readonly detail: string };

/**
 * Opens the local copy at `file`, making it when there has never been one. A copy that is newer, foreign, corrupt,
 * empty, missing, older than it was, or locked is a problem with a name; nothing is deleted and nothing is overwritten,
 * and no file is opened for writing before it is known to be this app's. `isChecked`: every page was found sound a
 * moment ago.
 */
export function openLocalCopy(file: string, { isChecked = false } = {}): Result<LocalCopy, StorageProblem> {
  let database: BetterSqlite3.Database | undefined;
  const wasThere = existsSync(file);
  try {
    const refusal = inspect(file);
    if (refusal) return fail({ ...refusal, file });
    database = new BetterSqlite3(file, { timeout: 5000 });
    setPragmas(database);
    if (!isChecked) check(database);
    const older = prepare(database, file);
    if (older) {
      database.close();
      return fail({ ...older, file });
    }
    writeMark(file, historyLength(handleOf(database)));
    return succeed(localCopyOf(database, file));
  } catch (error) {
    database?.close();
    const kind = problemOf(error, wasThere);
    if (kind === undefined) throw error;
    return fail({ kind, file, detail: error instanceof Error ? error.message : String(error) });
  }
}

/** What SQLite says where it can make no sense of what a file has, and of what is to be done with it. */
const SENSELESS = /^SQLITE_(?:ERROR|CONSTRAINT|MISMATCH|SCHEMA)/u;

/** Names a problem; a file that was there before and makes no sense is no longer what this app wrote. */
function problemOf(error: unknown, wasThere: boolean): StorageProblemKind | undefined {
  const isOfContent = wasThere && error instanceof BetterSqlite3.SqliteError && SENSELESS.test(error.code);
  return storageProblemOf(error) ?? (isOfContent ? 'corrupt' : undefined);
}

/** Looks at a file before SQLite does, and without writing; answers what speaks against opening it. */
function inspect(file: string): Refusal | undefined {
  const hadData = hasMarker(file);
  if (!existsSync(file)) {
    return hadData ? { kind: 'missing', detail: 'The file of the local copy is gone.' } : undefined;
  }
  if (statSync(file).size === 0) {
    // SQLite opens a file of no bytes as a healthy, empty database.
    return hadData
      ? { kind: 'empty', detail: 'The file of the local copy is there but holds nothing.' }
      : undefined;
  }
  return refuse(readFileHead(file));
}

function refuse(head: FileHead): Refusal | undefined {
  const { isSqlite, applicationId, schemaVersion, hasTables, isWalBroken } = head;
  if (!isSqlite) return { kind: 'corrupt', detail: 'The file does not begin as a database does.' };
  if (applicationId !== APPLICATION_ID && (hasTables || schemaVersion > 0 || applicationId !== 0)) {
    return { kind: 'foreign', detail: `application_id ${String(applicationId)}` };
  }
  if (schemaVersion > SCHEMA_VERSION) {
    return {
      kind: 'newer',
      detail: `schema ${String(schemaVersion)}, this app reads up to ${String(SCHEMA_VERSION)}`,
    };
  }
  // SQLite would read the log up to the damage and forget the commits behind it.
  return isWalBroken ? { kind: 'corrupt', detail: 'The log beside the file is damaged.' } : undefined;
}

function check(database: BetterSqlite3.Database): void {
  const damage = findDamage(database);
  if (damage !== undefined) throw new BetterSqlite3.SqliteError(damage, 'SQLITE_CORRUPT');
}

/** Makes an open file ready for work; answers when it is older than what was here. */
function prepare(database: BetterSqlite3.Database, file: string): Refusal | undefined {
  const known = readMark(file);
  const length = schemaVersionOf(database) > 0 ? historyLength(handleOf(database)) : 0;
  if (length < known) {
    return { kind: 'older', detail: `${String(length)} lines of history, there were ${String(known)}` };
  }
  migrate(database);
  return undefined;
}

function localCopyOf(database: BetterSqlite3.Database, file: string): LocalCopy {
  const db = handleOf(database);
  // The work itself is kept; a note that could not be written only tells less the next time.
  const unlessStorageFails = <Answer>(work: () => Answer): Answer | undefined => {
    try {
      return work();
    } catch (error) {
      if (storageProblemOf(error) === undefined) throw error;
      return undefined;
    }
  };
  const lengthNow = (): number | undefined =>
    database.open ? unlessStorageFails(() => historyLength(db)) : undefined;
  const note = (length: number | undefined, closed?: Lying): void => {
    if (length !== undefined)
      unlessStorageFails(() => {
        writeMark(file, length, closed);
      });
  };
  return {
    db,
    note: () => {
      note(lengthNow());
    },
    close: () => {
      if (!database.open) return;
      const length = lengthNow();
      const isSound = unlessStorageFails(() => Array.isArray(database.pragma('optimize'))) ?? false;
      database.close();
      // Not before the file has all of it for certain, or it would seem older than it is.
      note(length, isSound ? unlessStorageFails(() => lyingOf(file)) : undefined);
    },
  };
}
