import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { handleOf } from '../../../src/main/database/handle.ts';
import { setPragmas } from '../../../src/main/database/pragmas.ts';
import type { Checkpointer } from '../../../src/main/storage/checkpointer.ts';
import { keepCheckpointed } from '../../../src/main/storage/keep-checkpointed.ts';
import { emptyFolder } from '../../support/folder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

function openFile() {
  const file = join(emptyFolder(), 'copy.db');
  const database = new BetterSqlite3(file);
  onTestFinished(() => {
    database.close();
  });
  setPragmas(database);
  database.exec('CREATE TABLE notes (note INTEGER PRIMARY KEY, text BLOB)');
  const db = handleOf(database);
  const write = (bytes: number): void => {
    db.run('INSERT INTO notes (text) VALUES (zeroblob(:bytes))', { bytes });
  };
  return { file, write };
}

/** What is in the file itself, as a copy of it without its log says. */
function notesInFile(file: string): number {
  const copy = join(emptyFolder(), 'alone.db');
  copyFileSync(file, copy);
  if (readFileSync(copy).length === 0) return 0;
  const database = new BetterSqlite3(copy);
  try {
    const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'notes'").get();
    return table ? (database.prepare('SELECT count(*) FROM notes').pluck().get() as number) : 0;
  } finally {
    database.close();
  }
}

/** The same connection and statement as the thread's, here. */
function checkpointerOf(file: string): Checkpointer & { readonly runs: () => number } {
  const database = new BetterSqlite3(file, { timeout: 0 });
  let runs = 0;
  return {
    runs: () => runs,
    run: () => {
      runs += 1;
      const [length] = database.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[];
      return length ? Promise.resolve(length) : Promise.reject(new Error('No answer.'));
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

async function pass(clock: VirtualClock, ms: number): Promise<void> {
  clock.pass(ms);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function keep(checkpointer: Checkpointer) {
  const clock = new VirtualClock();
  const closing = new AbortController();
  const keeper = keepCheckpointed(checkpointer, { clock, signal: closing.signal });
  return { clock, closing, keeper };
}

/** More than the log may have before a long work waits, in bytes. */
const LONG = 16 * 1024 * 1024;

test('what was written is in the file soon after it was told, and nothing is opened before', async () => {
  const { file, write } = openFile();
  const checkpointer = checkpointerOf(file);
  const { clock, closing, keeper } = keep(checkpointer);
  await pass(clock, 10_000);
  expect(checkpointer.runs()).toBe(0);
  write(100);
  keeper.changed();
  await pass(clock, 0);
  expect(notesInFile(file)).toBe(0);
  await pass(clock, 50);
  expect(notesInFile(file)).toBe(1);
  await pass(clock, 10_000);
  expect(checkpointer.runs()).toBe(1);
  closing.abort();
  await keeper.ended;
});

test('a long work has room while the log is short, and waits when somebody’s reading keeps it long', async () => {
  const { file, write } = openFile();
  const checkpointer = checkpointerOf(file);
  const { clock, closing, keeper } = keep(checkpointer);
  write(100);
  keeper.changed();
  await pass(clock, 50);
  await expect(keeper.room()).resolves.toBeUndefined();
  // As a back-up reads: from before to after.
  const reader = new BetterSqlite3(file);
  onTestFinished(() => {
    reader.close();
  });
  const reading = reader.prepare('SELECT note FROM notes').iterate();
  reading.next();
  write(LONG);
  keeper.changed();
  await pass(clock, 0);
  await pass(clock, 50);
  let hasRoom = false;
  void keeper.room().then(() => {
    hasRoom = true;
  });
  await pass(clock, 50);
  expect(hasRoom).toBe(false);
  reading.return?.();
  await pass(clock, 50);
  expect(hasRoom).toBe(true);
  expect(notesInFile(file)).toBe(2);
  closing.abort();
  await keeper.ended;
});

test('a reading that does not end holds a long work up for seconds, not for ever', async () => {
  const { file, write } = openFile();
  const { clock, closing, keeper } = keep(checkpointerOf(file));
  write(100);
  const reader = new BetterSqlite3(file);
  const reading = reader.prepare('SELECT note FROM notes').iterate();
  onTestFinished(() => {
    reading.return?.();
    reader.close();
  });
  reading.next();
  write(LONG);
  keeper.changed();
  await pass(clock, 50);
  await pass(clock, 50);
  const room = keeper.room();
  const begun = clock.monotonic();
  while (clock.next !== undefined) await pass(clock, clock.next);
  await room;
  expect(clock.monotonic() - begun).toBeLessThan(5000);
  closing.abort();
  await keeper.ended;
});

test('when the writing into the file fails, that is told once, and a long work goes on', async () => {
  const { closing, clock, keeper } = keep({
    run: () => Promise.reject(new Error('The disk is gone.')),
    close: () => Promise.resolve(),
  });
  const told = expect(keeper.ended).rejects.toThrow('The disk is gone.');
  keeper.changed();
  await pass(clock, 0);
  await pass(clock, 50);
  await told;
  await expect(keeper.room()).resolves.toBeUndefined();
  closing.abort();
});
