import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Salvaged } from '#shared/model/storage.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { handleOf, type ReadableDb } from '../../src/main/database/handle.ts';
import { readEntry } from '../../src/main/database/outbox.ts';
import { readRecord } from '../../src/main/database/records.ts';
import { salvage } from '../../src/main/database/salvage.ts';
import { readState } from '../../src/main/database/sync-state.ts';
import { emptyFolder } from './folder.ts';

/** Salvages a file and looks at what was found. */
export function salvaged<Answer>(file: string, look: (db: ReadableDb, found: Salvaged) => Answer): Answer {
  const target = join(emptyFolder(), 'salvaged.db');
  const found = salvage(file, { target });
  const database = new BetterSqlite3(target);
  expect(database.pragma('foreign_key_check')).toEqual([]);
  const answer = look(handleOf(database), found);
  database.close();
  return answer;
}

/** The text that was found for a record, wherever it was put. */
export function textOf(db: ReadableDb, id: RecordId): unknown {
  const held = (readState(db, 'held') ?? []).find((edit) => edit.id === id);
  return (
    held?.fields.find(({ field }) => field === 'last_name')?.value ??
    readRecord(db, keyAccounts, id)?.local['last_name']
  );
}

/** Whether unsent work of a record is still to be sent, or is held for the person. */
export const isKept = (db: ReadableDb, id: RecordId): boolean =>
  (readState(db, 'held') ?? []).some((edit) => edit.id === id) ||
  readEntry(db, keyAccounts, id) !== undefined;
