import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { BackUp, BackUpFailure } from '#shared/model/storage.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { handleOf, type ReadableDb } from './handle.ts';
import { SCHEMA_VERSION, schemaVersionOf } from './migrate.ts';
import { APPLICATION_ID, findDamage, readPragma } from './pragmas.ts';
import { storageFaultOf } from './storage-fault.ts';
import { readCopy } from './read-copy.ts';
import { readState, writeState } from './sync-state.ts';

/** Which copy to back up, into which file, and what to say of it. */
export type BackUpOrder = {
  readonly file: string;
  readonly target: string;
  readonly stamp: Pick<BackUp, 'number' | 'at' | 'why'>;
  /** Bytes that stay free beside the back-up; 32 MB unless said otherwise. */
  readonly spare?: number;
};

type Counts = Pick<BackUp, 'records' | 'unsent' | 'decisions' | 'progress'>;

/** Room that stays free beside a back-up, bytes: a back-up never takes the last of a disk. */
const SPARE = 32 * 1024 * 1024;
const TRIES = 3;

/** The name of a back-up while it is not whole. */
export const partOf = (target: string): string => `${target}.part`;

/**
 * Backs a local copy up into a file of its own while others work on it: written under another name, opened and checked,
 * and only then given its name. A disk without room or a damaged copy is a failure, and leaves nothing behind.
 */
export function makeBackUp({
  file,
  target,
  stamp,
  spare = SPARE,
}: BackUpOrder): Result<BackUp, BackUpFailure> {
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!hasRoom(file, folder, spare))
    return fail({ reason: 'full', detail: 'There is no room for a back-up.' });
  const part = partOf(target);
  try {
    rmSync(part, { force: true });
    const counts = copyInto(file, part);
    chmodSync(part, 0o600);
    const made = stampAndCheck(part, { ...stamp, ...counts });
    settle(part, target);
    return succeed(made);
  } catch (error) {
    rmSync(part, { force: true });
    return fail(failureOf(error));
  }
}

function hasRoom(file: string, folder: string, spare: number): boolean {
  const { bavail, bsize } = statfsSync(folder);
  const log = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
  return bavail * bsize > statSync(file).size + log + spare;
}

function failureOf(error: unknown): BackUpFailure {
  const detail = error instanceof Error ? error.message : String(error);
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  const fault = isFull ? 'full' : storageFaultOf(error);
  if (fault === 'full' || fault === 'busy') return { reason: fault, detail };
  return { reason: fault === 'corrupt' ? 'damaged' : 'unknown', detail };
}

/** Copies what is committed now; answers what was in it. Somebody who writes meanwhile is no matter. */
function copyInto(file: string, part: string): Counts {
  const source = new BetterSqlite3(file, { readonly: true, timeout: 5000 });
  try {
    for (let tries = 1; ; tries += 1) {
      const version = readPragma(source, 'data_version');
      const counts = countAll(handleOf(source));
      rmSync(part, { force: true });
      source.prepare('VACUUM INTO ?').run(part);
      if (readPragma(source, 'data_version') === version) return checkCounts(part, counts);
      // Written to meanwhile: what was counted and what was copied need not be the same.
      if (tries === TRIES) return countIn(part);
    }
  } finally {
    source.close();
  }
}

function checkCounts(part: string, expected: Counts): Counts {
  const counts = countIn(part);
  const isSame = JSON.stringify(counts) === JSON.stringify(expected);
  if (!isSame)
    throw new BetterSqlite3.SqliteError('The back-up does not hold what the copy does.', 'SQLITE_CORRUPT');
  return counts;
}

function countIn(file: string): Counts {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    return countAll(handleOf(database));
  } finally {
    database.close();
  }
}

/** How much is in a copy, and how much ever happened in it. */
export function countAll(db: ReadableDb): Counts {
  return db.get(`SELECT
    (SELECT count(*) FROM records) AS records,
    (SELECT count(*) FROM outbox) AS unsent,
    (SELECT count(DISTINCT resource || id) FROM conflicts) AS decisions,
    (SELECT coalesce(max(entry), 0) FROM history) + (SELECT coalesce(max(round), 0) FROM rounds) AS progress`) as Counts;
}

function stampAndCheck(part: string, stamp: BackUp): BackUp {
  const database = new BetterSqlite3(part);
  try {
    writeState(handleOf(database), 'back_up', stamp);
    const problem = problemIn(database);
    if (problem !== undefined) throw new BetterSqlite3.SqliteError(problem, 'SQLITE_CORRUPT');
    return stamp;
  } finally {
    database.close();
  }
}

function problemIn(database: BetterSqlite3.Database): string | undefined {
  const application = Number(readPragma(database, 'application_id'));
  const version = schemaVersionOf(database);
  if (application !== APPLICATION_ID) return 'The file is not one of this app.';
  if (version < 1 || version > SCHEMA_VERSION) return `The file has schema ${String(version)}.`;
  return findDamage(database);
}

/** Gives a file that is whole its name, so that a power cut leaves all of it or nothing. */
function settle(part: string, target: string): void {
  syncToDisk(part);
  renameSync(part, target);
  syncToDisk(dirname(target));
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What a back-up says of itself; `undefined` when the file cannot be read or is none. */
export function readBackUp(file: string): BackUp | undefined {
  try {
    return readCopy(file, (db) => readState(db, 'back_up'));
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads every page of a copy or a back-up to see whether it can be trusted; answers what is wrong with it. */
export function checkCopy(file: string): string | undefined {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    return problemIn(database);
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return error.message;
    throw error;
  } finally {
    database?.close();
  }
}

/** Copies a back-up that is sound to a passing name on the disk; answers what is wrong with one that is not. */
export function layReady(backUp: string, part: string): string | undefined {
  const problem = checkCopy(backUp);
  if (problem !== undefined) return problem;
  copyFileSync(backUp, part);
  syncToDisk(part);
  return undefined;
}
