import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate, SCHEMA_VERSION } from '../../../src/main/database/migrate.ts';
import { markerOf } from '../../../src/main/database/marker.ts';
import { openLocalCopy, type LocalCopy } from '../../../src/main/database/open.ts';
import { APPLICATION_ID, pragmas, readPragma, setPragmas } from '../../../src/main/database/pragmas.ts';
import { OperationId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { emptyFolder } from '../../support/folder.ts';
import { receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';

const newFile = (): string => join(emptyFolder(), 'copy.db');

const operation = (): OperationId => OperationId.parse(randomUUID());

function openTestCopyAt(file: string): LocalCopy {
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.detail);
  return opened.value;
}

/** A folder that nobody may write to any more: root is held by the file system only. */
function onlyReadable(fill: (place: string) => void): string {
  const place = emptyFolder();
  if (process.getuid?.() !== 0) {
    fill(place);
    chmodSync(place, 0o500);
    onTestFinished(() => {
      chmodSync(place, 0o700);
    });
    return place;
  }
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', place]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', place]);
  });
  fill(place);
  execFileSync('mount', ['-o', 'remount,ro', place]);
  return place;
}

function makeCopy(file: string): void {
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.detail);
  opened.value.close();
}

function expectProblem(file: string, kind: string): void {
  expect(openLocalCopy(file)).toMatchObject({ ok: false, failure: { kind, file } });
}

describe('settings', () => {
  test('every setting reads back as it was set', () => {
    const database = new BetterSqlite3(newFile());
    setPragmas(database);
    for (const [name, { read }] of Object.entries(pragmas))
      expect(readPragma(database, name), name).toBe(read);
    database.close();
  });

  test('the bundled SQLite is past the version that could corrupt a WAL', () => {
    const database = new BetterSqlite3(':memory:');
    const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
    database.close();
  });
});

describe('a file that has never been', () => {
  test('becomes an empty local copy, marked as this app’s', () => {
    const file = newFile();
    makeCopy(file);
    const database = new BetterSqlite3(file, { readonly: true });
    expect(readPragma(database, 'application_id')).toBe(APPLICATION_ID);
    expect(readPragma(database, 'user_version')).toBe(SCHEMA_VERSION);
    expect(existsSync(markerOf(file))).toBe(true);
    database.close();
  });

  test('is the same whether it was made now or migrated from nothing', () => {
    const file = newFile();
    makeCopy(file);
    const made = new BetterSqlite3(file, { readonly: true });
    const migrated = new BetterSqlite3(':memory:');
    migrate(migrated);
    migrate(migrated);
    // What SQLite noted about sizes is no part of the schema.
    const schema = `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name`;
    expect(made.prepare(schema).all()).toEqual(migrated.prepare(schema).all());
    made.close();
    migrated.close();
  });
});

describe('a file that cannot be trusted is named, never deleted and never taken for a first run', () => {
  test('newer than this app', () => {
    const file = newFile();
    makeCopy(file);
    const database = new BetterSqlite3(file);
    database.pragma('user_version = 999');
    database.close();
    expectProblem(file, 'newer');
  });

  test('another program’s', () => {
    const file = newFile();
    const database = new BetterSqlite3(file);
    database.exec('CREATE TABLE notes (text TEXT)');
    database.close();
    const before = readFileSync(file);
    expectProblem(file, 'foreign');
    expect(readFileSync(file)).toEqual(before);
  });

  test('no database at all', () => {
    const file = newFile();
    writeFileSync(file, 'These are not the bytes of a database.'.repeat(100));
    const before = readFileSync(file);
    expectProblem(file, 'corrupt');
    expect(readFileSync(file)).toEqual(before);
  });

  test('overwritten in the middle', () => {
    const file = newFile();
    makeCopy(file);
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096, bytes.length);
    writeFileSync(file, bytes);
    expectProblem(file, 'corrupt');
    expect(statSync(file).size).toBe(bytes.length);
  });

  test.each([
    ['the search index has lost how it is kept', 'UPDATE record_trigrams_config SET v = 0'],
    ['its head tells an older schema than it has', 'PRAGMA user_version = 3'],
    ['a table is gone from its schema', 'DROP TABLE history'],
  ])('damaged so that SQLite cannot make sense of it: %s', (_, harm) => {
    const file = newFile();
    makeCopy(file);
    const database = new BetterSqlite3(file);
    database.unsafeMode();
    database.exec(harm);
    database.close();
    const before = readFileSync(file);
    expectProblem(file, 'corrupt');
    expect(readFileSync(file)).toEqual(before);
  });

  test('cut to nothing where there had been data', () => {
    const file = newFile();
    makeCopy(file);
    truncateSync(file, 0);
    expectProblem(file, 'empty');
    expect(statSync(file).size).toBe(0);
  });

  test('gone where there had been data', () => {
    const file = newFile();
    makeCopy(file);
    rmSync(file);
    expectProblem(file, 'missing');
    expect(existsSync(file)).toBe(false);
  });

  test('another program’s that is written with a log: nothing is opened and nothing left beside it', () => {
    const file = newFile();
    const database = new BetterSqlite3(file);
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE notes (text TEXT)');
    database.close();
    const before = readFileSync(file);
    expectProblem(file, 'foreign');
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(dirname(file))).toEqual(['copy.db']);
  });

  test('older than it was, since the log beside it was taken away', () => {
    const file = newFile();
    const copy = openTestCopyAt(file);
    const id = syncedRecord(copy.db, { last_name: 'Before' });
    copy.note();
    const crashed = newFile();
    copyFileSync(file, crashed);
    copyFileSync(`${file}-wal`, `${crashed}-wal`);
    for (const [index, value] of ['One', 'Two'].entries()) {
      const edit = {
        operation: operation(),
        id,
        field: 'last_name',
        value,
        seen: index === 0 ? 'Before' : 'One',
      };
      expect(editRecord(copy.db, keyAccounts, { edit, at: '2026-11-20T10:00:00.000Z' }).ok).toBe(true);
    }
    copy.note();
    copyFileSync(markerOf(file), markerOf(crashed));
    copy.close();
    expectProblem(crashed, 'older');
    copyFileSync(file, crashed);
    makeCopy(crashed);
  });

  test('with a log that is damaged in the middle, which SQLite would cut off there without a word', () => {
    const file = newFile();
    const copy = openTestCopyAt(file);
    for (let second = 1; second < 9; second += 1)
      receive(copy.db, remoteRecord({ last_name: 'Somebody' }, { second }));
    const crashed = newFile();
    copyFileSync(file, crashed);
    const log = readFileSync(`${file}-wal`);
    log.fill(0xff, 32 + 4120 * 3, 32 + 4120 * 4);
    writeFileSync(`${crashed}-wal`, log);
    copy.close();
    expectProblem(crashed, 'corrupt');
    expect(readFileSync(`${crashed}-wal`)).toEqual(log);
  });

  test('in a folder that may not be written to', () => {
    const file = join(
      onlyReadable((place) => {
        makeCopy(join(place, 'copy.db'));
      }),
      'copy.db',
    );
    const before = readFileSync(file);
    expectProblem(file, 'read-only');
    expect(readFileSync(file)).toEqual(before);
  });

  test('held by another program', () => {
    const file = newFile();
    makeCopy(file);
    const other = new BetterSqlite3(file);
    other.pragma('journal_mode = DELETE');
    other.exec('BEGIN EXCLUSIVE');
    expectProblem(file, 'locked');
    other.exec('ROLLBACK');
    other.close();
    makeCopy(file);
  }, 20_000);

  test('a copy is opened again after a copy of it was put in its place', () => {
    const file = newFile();
    makeCopy(file);
    copyFileSync(file, `${file}.copy`);
    rmSync(file);
    copyFileSync(`${file}.copy`, file);
    makeCopy(file);
  });
});
