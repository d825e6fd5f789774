import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { WritableDb } from './handle.ts';
import { readCopy } from './read-copy.ts';
import { readState, writeState } from './sync-state.ts';

/** Whose copy a file is: one account at one address. */
export type Owner = { readonly address: string; readonly account: number };

/**
 * Binds a copy to its owner when it has none, and says whether it is theirs: the work of one account is never sent as
 * another, nor to another service, whatever happened to the files or the settings.
 */
export function claim(db: WritableDb, owner: Owner): boolean {
  const known = readState(db, 'owner');
  if (!known) writeState(db, 'owner', owner);
  return !known || (known.address === owner.address && known.account === owner.account);
}

/** Whose a copy is that is not open; `undefined` when it does not say, or cannot be read. */
export function readOwner(file: string): Owner | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readCopy(file, (db) => readState(db, 'owner'));
  } catch (error) {
    // What is wrong with it is told when it is opened.
    if (error instanceof BetterSqlite3.SqliteError) return undefined;
    throw error;
  }
}
