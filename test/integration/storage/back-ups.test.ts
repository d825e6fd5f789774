import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { BackUp } from '#shared/model/storage.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { checkCopy, countAll, makeBackUp } from '../../../src/main/database/back-up.ts';
import { openLocalCopy, type LocalCopy } from '../../../src/main/database/open.ts';
import { readCopy } from '../../../src/main/database/read-copy.ts';
import { listRecords } from '../../../src/main/database/record-list.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { indexSome } from '../../../src/main/database/search-index.ts';
import { isBackUpDue, openBackUps, type BackUps } from '../../../src/main/storage/back-ups.ts';
import { backUpFiles, tidyParts } from '../../../src/main/storage/copy-files.ts';
import { keepBackedUp } from '../../../src/main/storage/keep-backed-up.ts';
import { damagePage } from '../../support/damaged-copy.ts';
import { silentLog } from '../../support/device.ts';
import { emptyFolder } from '../../support/folder.ts';
import { receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';
import { workHere } from '../../support/storage-tools.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const HOUR = 3_600_000;
const isRoot = process.getuid?.() === 0;

function openAt(file: string): LocalCopy {
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.detail);
  onTestFinished(opened.value.close);
  return opened.value;
}

type Setting = {
  readonly file: string;
  readonly copy: LocalCopy;
  readonly clock: VirtualClock;
  readonly backUps: BackUps;
};

function setUp(file = join(emptyFolder(), 'copy.db')): Setting {
  const copy = openAt(file);
  const clock = new VirtualClock();
  return { file, copy, clock, backUps: openBackUps({ work: workHere, clock, log: silentLog }) };
}

/** Lets something happen in a copy, so that a back-up of it is worth making. */
function work({ copy }: Setting): void {
  const round = { startedAt: '', took: 0, trigger: 'person', got: 0, sent: 0, merged: 0, decisions: 0 };
  copy.db.run(`INSERT INTO rounds (started_at, took, cause, counts) VALUES ('', 0, 'person', :counts)`, {
    counts: JSON.stringify(round),
  });
}

describe('a back-up', () => {
  test('holds what is committed, says so, and is readable by its owner only', async () => {
    const setting = setUp();
    const { copy, file, backUps } = setting;
    const id = syncedRecord(copy.db, { last_name: 'Kept' });
    const made = await backUps.make(file, 'person');
    expect(made).toMatchObject({ ok: true, value: { number: 1, why: 'person', records: 1, unsent: 0 } });
    const [{ path } = { path: '' }] = backUpFiles(file);
    expect(readCopy(path, (db) => readRecord(db, keyAccounts, id)?.local['last_name'])).toBe('Kept');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toHaveLength(1);
    expect(checkCopy(path)).toBeUndefined();
    expect(backUps.list(file)).toEqual([made.ok && made.value]);
  });

  test('has each record under the rowid that its search index knows, also where rows were deleted', async () => {
    const { copy, file, backUps } = setUp();
    const { db } = copy;
    const ids = Array.from({ length: 60 }, (_, place) =>
      syncedRecord(db, { last_name: `Person ${String(place)}` }),
    );
    indexSome(db, 60);
    for (const id of ids.filter((_, place) => place % 3 === 0)) {
      for (const table of ['history', 'records']) db.run(`DELETE FROM ${table} WHERE id = :id`, { id });
    }
    indexSome(db, 60);
    await backUps.make(file, 'person');
    const [{ path } = { path: '' }] = backUpFiles(file);
    const rows = 'SELECT rowid, id FROM records ORDER BY rowid';
    expect(readCopy(path, (kept) => kept.all(rows))).toEqual(db.all(rows));
    const sort = { by: 'name', direction: 'ascending' } as const;
    const query = { search: 'person 59', filters: [], sort, offset: 0, limit: 9 };
    const found = readCopy(path, (kept) => listRecords(kept, keyAccounts, query).rows.map(({ id }) => id));
    expect(found).toEqual([ids[59]]);
  });

  test('is whole while somebody writes to the copy', () => {
    const { copy, file } = setUp();
    for (let second = 1; second < 40; second += 1)
      receive(copy.db, remoteRecord({ last_name: 'Somebody' }, { second }));
    const writer = `
      const Database = require('better-sqlite3');
      const db = new Database(process.argv[1], { timeout: 5000 });
      const until = Date.now() + 1500;
      while (Date.now() < until) db.prepare("INSERT INTO rounds (started_at, took, cause, counts) VALUES ('', 0, '', '{}')").run();
    `;
    const child = `${process.execPath} -e "${writer.replaceAll('"', String.raw`\"`)}" "${file}" & echo started`;
    execFileSync('sh', ['-c', child], { stdio: 'ignore' });
    for (let number = 1; number <= 5; number += 1) {
      const target = join(emptyFolder(), `${String(number)}.db`);
      const made = makeBackUp({ file, target, stamp: { number, at: '2030-01-01T00:00:00Z', why: 'daily' } });
      expect(made).toMatchObject({ ok: true, value: { records: 39 } });
      expect(checkCopy(target)).toBeUndefined();
    }
  });

  test('of a damaged copy is none, and one that a crash left unfinished is tidied away', async () => {
    const { copy, file, backUps } = setUp();
    for (let second = 1; second < 40; second += 1)
      receive(copy.db, remoteRecord({ last_name: 'Somebody' }, { second }));
    expect((await backUps.make(file, 'daily')).ok).toBe(true);
    copy.close();
    damagePage(file, 2);
    expect(await backUps.make(file, 'daily')).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
    expect(backUps.failure(file)).toMatchObject({ reason: 'damaged' });
    expect(backUps.list(file)).toHaveLength(1);
    const folder = join(dirname(file), 'back-ups');
    writeFileSync(join(folder, 'copy.2.2030.db.part'), readFileSync(file).subarray(0, 9000));
    tidyParts(file);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('on a full disk is left out; the copy goes on', () => {
    const { copy, file } = setUp();
    for (let second = 1; second < 500; second += 1) {
      receive(copy.db, remoteRecord({ last_name: 'Somebody'.repeat(100) }, { second: second % 60 }));
    }
    const folder = isRoot ? smallDisk() : emptyFolder();
    const target = join(folder, 'back-ups', '1.db');
    const order = { file, target, stamp: { number: 1, at: '2030-01-01T00:00:00Z', why: 'daily' as const } };
    // Before it begins; and while it is written, where a disk of its own can be made.
    for (const spare of isRoot ? [1e15, -1e15] : [1e15]) {
      expect(makeBackUp({ ...order, spare })).toMatchObject({ ok: false, failure: { reason: 'full' } });
      expect(readdirSync(dirname(target))).toEqual([]);
    }
    syncedRecord(copy.db, { last_name: 'Goes on' });
    expect(countAll(copy.db).records).toBe(500);
  });
});

/** A folder on a disk of 1 MB. */
function smallDisk(): string {
  const folder = emptyFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

describe('which back-ups are kept', () => {
  test('the newest seven of every day and the newest of each other kind, whatever the clock said', async () => {
    const setting = setUp();
    const { copy, file, clock, backUps } = setting;
    syncedRecord(copy.db, { last_name: 'Kept' });
    await backUps.make(file, 'before-restore');
    await backUps.make(file, 'before-update');
    for (let day = 0; day < 9; day += 1) {
      await backUps.make(file, 'daily');
      clock.pass(24 * HOUR);
    }
    await backUps.make(file, 'before-restore');
    expect(backUps.list(file).map(({ number, why }) => `${String(number)} ${why}`)).toEqual([
      '12 before-restore',
      ...[11, 10, 9, 8, 7, 6, 5].map((number) => `${String(number)} daily`),
      '2 before-update',
    ]);
  });
});

describe('when a back-up is due', () => {
  const newest = { number: 1, at: '2030-01-10T00:00:00.000Z', progress: 1000 } as BackUp;
  const at = (text: string): number => Date.parse(text);
  test.each([
    ['nothing is there', { newest: undefined, now: 0, progress: 0, isEmpty: true }, false],
    ['there never was one', { newest: undefined, now: 0, progress: 5, isEmpty: false }, true],
    ['an hour later', { newest, now: at('2030-01-10T01:00:00Z'), progress: 1050, isEmpty: false }, false],
    ['a day later', { newest, now: at('2030-01-11T00:00:00Z'), progress: 1050, isEmpty: false }, true],
    [
      'a day later when nothing happened',
      { newest, now: at('2030-01-11T00:00:00Z'), progress: 1000, isEmpty: false },
      false,
    ],
    [
      'the clock fell back a year',
      { newest, now: at('2029-01-11T00:00:00Z'), progress: 1050, isEmpty: false },
      false,
    ],
    [
      'the clock fell back a year and much happened',
      { newest, now: at('2029-01-11T00:00:00Z'), progress: 1100, isEmpty: false },
      true,
    ],
    [
      'an older copy is in its place',
      { newest, now: at('2030-01-10T01:00:00Z'), progress: 10, isEmpty: false },
      true,
    ],
  ])('%s', (_, need, expected) => {
    expect(isBackUpDue(need)).toBe(expected);
  });

  test('soon after the start, then a day later, and never after the copy was closed', async () => {
    const setting = setUp();
    const { copy, file, clock, backUps } = setting;
    syncedRecord(copy.db, { last_name: 'Kept' });
    work(setting);
    const closing = new AbortController();
    const kept = keepBackedUp(file, { db: copy.db, backUps, clock, signal: closing.signal });
    const pass = async (ms: number): Promise<void> => {
      clock.pass(ms);
      // A back-up takes a few turns of the event loop here, where its work is done at once.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    };
    await pass(9000);
    expect(backUps.list(file)).toHaveLength(0);
    await pass(1000);
    expect(backUps.list(file)).toHaveLength(1);
    work(setting);
    for (let hour = 0; hour < 23; hour += 1) await pass(HOUR);
    expect(backUps.list(file)).toHaveLength(1);
    await pass(HOUR);
    expect(backUps.list(file)).toHaveLength(2);
    closing.abort();
    await kept;
    expect(clock.next).toBeUndefined();
  });
});
