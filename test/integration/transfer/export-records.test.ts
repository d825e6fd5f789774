import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import type { FileOrder } from '#shared/model/transfer.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { readCopy } from '../../../src/main/database/read-copy.ts';
import { exportRecords } from '../../../src/main/transfer/export-records.ts';
import { writeWhole } from '../../../src/main/transfer/write-whole.ts';
import { emptyFolder } from '../../support/folder.ts';
import { syncedRecord } from '../../support/local-copy.ts';

const titles = {
  id: 'Record ID',
  first_name: 'First name',
  last_name: 'Last name',
  email: 'E-mail',
  primary: 'Primary',
  remote_id: 'SSO GUID',
  last_download: 'Last download',
  state: 'State',
  updated: 'Edited',
} as const;

const names = {
  kind: 'csv',
  columns: ['first_name', 'last_name', 'primary', 'remote_id'],
  separator: ';',
  hasMark: true,
} as const;

function fill(people: readonly Values[]) {
  const folder = emptyFolder();
  const copy = join(folder, 'copy.db');
  const opened = openLocalCopy(copy);
  if (!opened.ok) throw new Error('The copy could not be opened.');
  onTestFinished(opened.value.close);
  for (const values of people) syncedRecord(opened.value.db, values);
  const target = join(folder, 'out.file');
  const write = (order: FileOrder) =>
    readCopy(copy, (db) => exportRecords(db, keyAccounts, { order, target, titles }));
  return { folder, target, write, text: () => readFileSync(target, 'utf8') };
}

const people: readonly Values[] = [
  { first_name: 'Zoë', last_name: '=cmd|calc', primary: true, remote_id: '007' },
  { first_name: 'Ann; "Q"', last_name: 'Two\nlines', primary: false, remote_id: 12 },
  { first_name: '', last_name: null, primary: null },
];

test('a table has a mark, a head, quotes where they are needed, and no formula', () => {
  const { write, text } = fill(people);
  expect(write({ range: { kind: 'all' }, format: names })).toEqual({ ok: true, value: 3 });
  expect(text()).toBe(
    '\u{FEFF}First name;Last name;Primary;SSO GUID\r\n' +
      '"Ann; ""Q""";"Two\nlines";false;12\r\n' +
      "Zoë;'=cmd|calc;true;007\r\n" +
      "';;;\r\n",
  );
});

test('a view is written as it is filtered and sorted', () => {
  const { write, text } = fill([
    { first_name: 'B' },
    { first_name: 'A' },
    { first_name: 'C', last_name: 'x' },
  ]);
  const terms = { search: '', filters: [], sort: { by: 'name', direction: 'descending' } } as const;
  const format = { ...names, columns: ['first_name'], hasMark: false } as const;
  write({ range: { kind: 'view', terms: { ...terms, filters: [] } }, format });
  expect(text()).toBe('First name\r\nC\r\nB\r\nA\r\n');
  write({ range: { kind: 'view', terms: { ...terms, filters: [], search: 'c x' } }, format });
  expect(text()).toBe('First name\r\nC\r\n');
});

test('JSON holds every value to the letter', () => {
  const { write, text } = fill(people);
  write({ range: { kind: 'all' }, format: { kind: 'json' } });
  const read = JSON.parse(text()) as Values[];
  expect(read).toHaveLength(3);
  expect(read).toEqual(expect.arrayContaining([expect.objectContaining(people[1])]));
  expect(read).toEqual(expect.arrayContaining([expect.objectContaining(people[0])]));
});

test('no record is a file with its head only', () => {
  const { write, text } = fill([]);
  expect(write({ range: { kind: 'all' }, format: { kind: 'json' } })).toEqual({ ok: true, value: 0 });
  expect(JSON.parse(text())).toEqual([]);
});

describe('a file that cannot be written is a sentence, and what was there before is as it was', () => {
  test('the folder is gone', () => {
    const { folder } = fill([]);
    expect(
      writeWhole(join(folder, 'none', 'x.csv'), (write) => {
        write('x');
      }),
    ).toEqual({
      ok: false,
      failure: 'gone',
    });
  });

  test('a folder has its name', () => {
    const { folder } = fill([]);
    mkdirSync(join(folder, 'taken.csv'));
    const written = writeWhole(join(folder, 'taken.csv'), (write) => {
      write('x');
    });
    expect(written).toEqual({ ok: false, failure: 'read-only' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('the disk is full half way', () => {
    const { folder } = fill([]);
    const target = join(folder, 'old.csv');
    writeFileSync(target, 'the old one');
    const written = writeWhole(target, (write) => {
      write('half');
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    expect(written).toEqual({ ok: false, failure: 'full' });
    expect(readFileSync(target, 'utf8')).toBe('the old one');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('what is written can be read by this person only', () => {
    const { folder } = fill([]);
    const target = join(folder, 'mine.csv');
    writeWhole(target, (write) => {
      write('x');
    });
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });
});

test('those that are selected are written in the order of the list', () => {
  const { write, text } = fill(people);
  const range: FileOrder['range'] = {
    kind: 'selected',
    selection: { all: { search: 'o', filters: [] }, more: [], less: [] },
    sort: { by: 'name', direction: 'descending' },
  };
  expect(write({ range, format: { ...names, hasMark: false, columns: ['first_name'] } })).toMatchObject({
    value: 2,
  });
  expect(text()).toBe('First name\r\nZoë\r\n"Ann; ""Q"""\r\n');
});
