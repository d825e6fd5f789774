import { copyFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { expect, onTestFinished, test } from 'vitest';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { readResourceState, writeResourceState } from '../../../src/main/database/sync-state.ts';
import { emptyFolder } from '../../support/folder.ts';

const FULL = 2;
const NORMAL = 1;

const durability = (db: WritableDb): number =>
  (db.get('PRAGMA synchronous') as { synchronous: number }).synchronous;

function open(file: string): WritableDb {
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.detail);
  onTestFinished(opened.value.close);
  return opened.value.db;
}

test('only what is relaxed does not wait for the disk, also after it failed', () => {
  const db = open(join(emptyFolder(), 'copy.db'));
  expect(db.transaction(() => durability(db))).toBe(FULL);
  expect(db.relaxed(() => durability(db))).toBe(NORMAL);
  expect(durability(db)).toBe(FULL);
  expect(() =>
    db.relaxed(() => {
      writeResourceState(db, keyAccounts, 'cursor', 'lost');
      throw new Error('half way');
    }),
  ).toThrow('half way');
  expect(readResourceState(db, keyAccounts, 'cursor')).toBeUndefined();
  expect(durability(db)).toBe(FULL);
});

test('a power cut takes back what was relaxed at the end, and nothing that was not', () => {
  const file = join(emptyFolder(), 'copy.db');
  const db = open(file);
  db.transaction(() => {
    writeResourceState(db, keyAccounts, 'vanished', 1);
  });
  const kept = statSync(`${file}-wal`).size;
  db.relaxed(() => {
    writeResourceState(db, keyAccounts, 'cursor', 'after-page-1');
  });
  // As the disk may have it when the power is cut now: the log ends where it was last waited for.
  const after = join(emptyFolder(), 'copy.db');
  copyFileSync(file, after);
  copyFileSync(`${file}-wal`, `${after}-wal`);
  truncateSync(`${after}-wal`, kept);
  const found = open(after);
  expect(readResourceState(found, keyAccounts, 'vanished')).toBe(1);
  expect(readResourceState(found, keyAccounts, 'cursor')).toBeUndefined();
});
