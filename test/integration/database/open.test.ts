import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, SCHEMA_VERSION } from '../../../src/main/database/migrate.ts';
import { markerOf, openLocalCopy } from '../../../src/main/database/open.ts';
import { APPLICATION_ID, pragmas, readPragma, setPragmas } from '../../../src/main/database/pragmas.ts';
import { emptyFolder } from '../../support/folder.ts';

const newFile = (): string => join(emptyFolder(), 'copy.db');

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
    const schema = 'SELECT type, name, sql FROM sqlite_schema ORDER BY name';
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
