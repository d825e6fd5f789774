import { expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { ListQuery } from '#shared/model/record.ts';
import { fieldFilters, RecordFilter, toggled } from '#shared/model/record-filter.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { ReadableDb } from '../../../src/main/database/handle.ts';
import { countList, listRecords } from '../../../src/main/database/record-list.ts';
import { countSelected } from '../../../src/main/database/selected-records.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

const everything: ListQuery = {
  search: '',
  filters: [],
  sort: { by: 'name', direction: 'ascending' },
  offset: 0,
  limit: 50,
};

const fields = ['first_name', 'last_name', 'email', 'remote_id', 'last_download'] as const;
/** A person for every way in which a field can be empty or not, all other fields given; by name which of them. */
function fillField(field: (typeof fields)[number]) {
  const db = openTestCopy();
  const whole = { first_name: 'F', last_name: 'L', email: 'e@x.example', remote_id: '1', last_download: 'D' };
  const ways = { none: null, nothing: '', spaces: '   ', begins: ' x', sign: '!', last: '\u{10FFFE}' };
  const wayOf = new Map<RecordId, string>();
  for (const [way, value] of Object.entries(ways))
    wayOf.set(syncedRecord(db, { ...whole, [field]: value }), way);
  const found = (filters: ListQuery['filters'], search = ''): unknown[] =>
    listRecords(db, keyAccounts, { ...everything, filters, search })
      .rows.map(({ id }) => wayOf.get(id))
      .sort();
  return { db, found };
}

test.each(fields)('%s: nothing, or nothing but spaces; every other value is one', (field) => {
  const { found } = fillField(field);
  expect(found([`no-${field}`])).toEqual(['none', 'nothing', 'spaces']);
  expect(found([`has-${field}`])).toEqual(['begins', 'last', 'sign']);
  expect(found([`no-${field}`, `has-${field}`])).toEqual([]);
});

test('together with a search, other fields and a selection', () => {
  const { db, found } = fillField('email');
  const id = syncedRecord(db, { first_name: 'Nobody', last_name: null, email: null });
  expect(found(['no-email', 'has-last_name'])).toEqual(['none', 'nothing', 'spaces']);
  expect(found(['no-email'], 'nobody')).toHaveLength(1);
  const narrowed = { ...everything, filters: ['no-email', 'no-last_name'] as const };
  expect(listRecords(db, keyAccounts, { ...narrowed, filters: [...narrowed.filters] })).toMatchObject({
    rows: [{ id }],
    total: 1,
  });
  const selection = { all: { search: '', filters: ['no-email' as const] }, more: [], less: [id] };
  const list = { search: '', filters: ['has-first_name' as const] };
  expect(countSelected(db, keyAccounts, { selection, list })).toEqual({ records: 3, shown: 3 });
});

test('an edit that fills it in or empties it is seen at once', () => {
  const { db, found } = fillField('remote_id');
  const id = syncedRecord(db, { first_name: 'New', remote_id: null });
  expect(found(['no-remote_id'])).toHaveLength(4);
  db.run(`UPDATE records SET local = json_set(local, '$.remote_id', 77) WHERE id = :id`, { id });
  expect(found(['no-remote_id'])).toHaveLength(3);
});

test.each(fields)('%s: both are counted along the index of the field alone', (field) => {
  const { db } = fillField(field);
  const plan = (filter: 'no' | 'has'): string => {
    const seen: string[] = [];
    const watched: ReadableDb = {
      ...db,
      get: (sql, parameters) => {
        seen.push(sql);
        return db.get(sql, parameters);
      },
    };
    countList(watched, keyAccounts, { search: '', filters: [`${filter}-${field}`] });
    const steps = db.all(`EXPLAIN QUERY PLAN ${seen.at(-1) ?? ''}`, { resource: '' }) as { detail: string }[];
    return steps.map(({ detail }) => detail).join('\n');
  };
  const alone = `SEARCH records USING (?:COVERING )?INDEX records_by_${field} `;
  expect(plan('no')).toMatch(new RegExp(`^(?:MULTI-INDEX OR\nINDEX 1\n)?${alone}`, 'u'));
  expect(plan('has')).toMatch(new RegExp(`^${alone}`, 'u'));
  for (const steps of [plan('no'), plan('has')]) expect(steps).not.toMatch(/SCAN|autoindex|TEMP B-TREE/u);
});

test('a field is not asked to be empty and not empty at once', () => {
  expect(toggled(['primary', 'no-email', 'has-last_name'], 'has-email')).toEqual([
    'primary',
    'has-last_name',
    'has-email',
  ]);
  expect(toggled(['has-email', 'primary'], 'no-email')).toEqual(['primary', 'no-email']);
  expect(toggled(['no-email', 'primary'], 'no-email')).toEqual(['primary']);
  expect(toggled(['waiting'], 'missing')).toEqual(['waiting', 'missing']);
});

test('every filter on a field is offered, each once', () => {
  const offered = [...fieldFilters({ isEmpty: true }), ...fieldFilters({ isEmpty: false })];
  expect(offered.sort()).toEqual(RecordFilter.options.filter((filter) => filter.includes('-')).sort());
});
