import { randomUUID } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fold } from '#shared/model/fold.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { SortKey, type ListQuery } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { markMissing } from '../../../src/main/database/absences.ts';
import { handleOf } from '../../../src/main/database/handle.ts';
import { migrate, migrations } from '../../../src/main/database/migrate.ts';
import { countRecords, listRecords } from '../../../src/main/database/record-list.ts';
import { indexOf, orderOf } from '../../../src/main/database/record-order.ts';
import { indexSome } from '../../../src/main/database/search-index.ts';
import { settleState } from '../../../src/main/database/settle-record.ts';
import { judgeMissing } from '../../../src/main/records/judge-missing.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

const everything: ListQuery = {
  search: '',
  filters: [],
  sort: { by: 'name', direction: 'ascending' },
  offset: 0,
  limit: 50,
};

function fill() {
  const db = openTestCopy();
  const people = [
    {
      first_name: 'Øystein',
      last_name: 'Nygård-Hauge',
      email: 'o.nygard@fjord.example',
      remote_id: 10472,
      primary: true,
    },
    { first_name: 'Łukasz', last_name: 'Wiśniewski', email: 'lukasz@wisla.example', remote_id: '88' },
    {
      first_name: 'Ana Lúcia',
      last_name: 'Ferreira',
      email: null,
      remote_id: '6d0c3b9e-41f7-4c02-9b1d-77c0e8a4a41f',
    },
    { first_name: 'Ольга', last_name: 'Петренко', email: 'olha@dnipro.example', primary: false },
    { first_name: null, last_name: null, email: 'zz@nobody.example' },
    { first_name: 'François-Xavier', last_name: "d'Aubigné", email: 'fx@loire.example' },
  ];
  for (const person of people) syncedRecord(db, person);
  const names = (query: Partial<ListQuery>): string[] =>
    listRecords(db, keyAccounts, { ...everything, ...query }).rows.map(({ values }) =>
      String(values['last_name']),
    );
  return { db, names };
}

describe('search', () => {
  test.each([
    ['an accent is not needed', 'nygard', 'Nygård-Hauge'],
    ['capitals are not needed', 'OYSTEIN', 'Nygård-Hauge'],
    ['a stroked letter is found by a plain one', 'lukasz', 'Wiśniewski'],
    ['an accent may be typed', 'Wiśniewski', 'Wiśniewski'],
    ['the inside of a word counts', 'yste', 'Nygård-Hauge'],
    ['several words in any order', 'ferreira ana', 'Ferreira'],
    ['a part of an e-mail address', '@dnipro', 'Петренко'],
    ['a script of its own', 'петр', 'Петренко'],
    ['a GUID', '6d0c3b9e', 'Ferreira'],
    ['a number', '10472', 'Nygård-Hauge'],
    ['a typographic apostrophe', 'd’aub', "d'Aubigné"],
  ])('%s', (_what, search, found) => {
    expect(fill().names({ search })).toEqual([found]);
  });

  test.each([
    ['ΟΔΥΣ', 'the beginning in capitals'],
    ['σεφερησ', 'an end typed as the middle of a word'],
    ["ka'a", 'an apostrophe for a sign that looks like one'],
    ['saint-ex', 'a hyphen for one that does not break'],
  ])('%s finds by %s', (search) => {
    const db = openTestCopy();
    const values = { first_name: 'Οδυσσέας Kaʻahumanu', last_name: 'Σεφέρης Saint\u2011Exupéry' };
    const id = syncedRecord(db, values);
    syncedRecord(db, { first_name: 'Anna', last_name: 'Hansen' });
    const { rows } = listRecords(db, keyAccounts, { ...everything, search });
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  test('what looks like a wildcard or a quote is only text', () => {
    const { names } = fill();
    for (const search of ['%', '_', '*', '"', "'; DROP TABLE records; --", '\\', 'NEAR(', '?']) {
      expect(names({ search }), search).toEqual([]);
    }
  });
});

test('what was in a copy before it had an index is found, before and after it is indexed', () => {
  const database = new BetterSqlite3(':memory:');
  for (const sql of migrations.slice(0, 5)) database.exec(sql);
  database.pragma('user_version = 5');
  const insert = database.prepare(
    `INSERT INTO records (resource, id, local, state, created_at, label, search_text, updated_ms)
     VALUES ('key_accounts', ?, '{}', 'clean', '', ?, ?, 0)`,
  );
  for (const name of ['anna berg', 'berta cole', 'cara dahl']) insert.run(randomUUID(), name, name);
  migrate(database);
  const db = handleOf(database);
  for (const indexed of [0, 2, 2]) {
    indexSome(db, indexed);
    expect(listRecords(db, keyAccounts, { ...everything, search: 'erta' }).total).toBe(1);
    expect(listRecords(db, keyAccounts, { ...everything, search: 'a' }).total).toBe(3);
  }
  expect(db.get('SELECT count(*) AS n FROM unindexed')).toEqual({ n: 0 });
  database.close();
});

test('what an older copy folded less is found and ordered as what comes now', () => {
  const database = new BetterSqlite3(':memory:');
  for (const sql of migrations.slice(0, 11)) database.exec(sql);
  database.pragma('user_version = 11');
  const values = { first_name: 'Οδυσσέας', last_name: 'Σεφέρης – ʻAolani', email: 'od@ithaki.example' };
  const before = 'οδυσσεας σεφερης – ʻaolani';
  database
    .prepare(
      `INSERT INTO records (resource, id, local, state, created_at, label, search_text, updated_ms)
       VALUES ('key_accounts', ?, ?, 'clean', '', ?, ?, 0)`,
    )
    .run(randomUUID(), JSON.stringify(values), before, before);
  indexSome(handleOf(database), 10);
  migrate(database);
  const db = handleOf(database);
  for (const indexed of [0, 10]) {
    indexSome(db, indexed);
    for (const search of ['ΟΔΥΣ', 'σεφερησ', "- 'aolani"]) {
      expect(listRecords(db, keyAccounts, { ...everything, search }).total, search).toBe(1);
    }
  }
  expect(db.get('SELECT label FROM records')).toEqual({ label: fold(before) });
  database.close();
});

test('how many records there are is known of an older copy, and stays true', () => {
  const database = new BetterSqlite3(':memory:');
  for (const sql of migrations.slice(0, 6)) database.exec(sql);
  database.pragma('user_version = 6');
  const db = handleOf(database);
  const insert = (id: string): void => {
    db.run(
      `INSERT INTO records (resource, id, local, state, created_at, label, search_text, updated_ms)
       VALUES ('key_accounts', :id, '{}', 'clean', '', '', '', 0) ON CONFLICT (resource, id) DO UPDATE SET label = 'again'`,
      { id },
    );
  };
  insert('a');
  insert('b');
  migrate(database);
  expect(countRecords(db, keyAccounts).total).toBe(2);
  for (const id of ['a', 'c', 'd']) insert(id);
  expect(countRecords(db, keyAccounts).total).toBe(4);
  db.run(`DELETE FROM records WHERE id IN ('a', 'b', 'c')`);
  expect(countRecords(db, keyAccounts).total).toBe(1);
  expect(listRecords(db, keyAccounts, everything).total).toBe(1);
  database.close();
});

describe('order', () => {
  test('by folded name, the nameless behind all others', () => {
    expect(fill().names({})).toEqual([
      'Ferreira',
      "d'Aubigné",
      'Wiśniewski',
      'Nygård-Hauge',
      'Петренко',
      'null',
    ]);
  });

  test('by e-mail, those without one behind all others', () => {
    expect(
      fill()
        .names({ sort: { by: 'email', direction: 'ascending' } })
        .at(-1),
    ).toBe('Ferreira');
  });

  test.each([
    ['first_name', 'Ferreira'],
    ['last_name', "d'Aubigné"],
    ['email', "d'Aubigné"],
    ['remote_id', 'Nygård-Hauge'],
    ['primary', 'Nygård-Hauge'],
  ] as const)('by %s, whatever is without it behind all others', (by, first) => {
    const { names } = fill();
    const ascending = names({ sort: { by, direction: 'ascending' } });
    expect(ascending[0]).toBe(first);
    expect(names({ sort: { by, direction: 'descending' } })).toEqual(ascending.toReversed());
  });

  test('by last name, folded, also where there is no first one', () => {
    const { db, names } = fill();
    syncedRecord(db, { first_name: null, last_name: 'Émile' });
    syncedRecord(db, { first_name: 'Zoë', last_name: 'fabre' });
    syncedRecord(db, { first_name: 'Adam', last_name: '' });
    expect(names({ sort: { by: 'last_name', direction: 'ascending' } })).toEqual([
      "d'Aubigné",
      'Émile',
      'fabre',
      'Ferreira',
      'Nygård-Hauge',
      'Wiśniewski',
      'Петренко',
      '',
      'null',
    ]);
  });

  test.each(SortKey.options)('a window by %s is found along an index alone', (by) => {
    const { db } = fill();
    for (const direction of ['ascending', 'descending'] as const) {
      const plan = db.all(
        `EXPLAIN QUERY PLAN SELECT rowid FROM records INDEXED BY ${indexOf(by)} WHERE resource = :resource
         ORDER BY ${orderOf({ by, direction })} LIMIT 50 OFFSET 50000`,
        { resource: keyAccounts.name },
      ) as { detail: string }[];
      const steps = plan.map(({ detail }) => detail).join('\n');
      expect(steps).toMatch(new RegExp(`^SEARCH records USING COVERING INDEX ${indexOf(by)}`, 'u'));
      expect(steps).not.toContain('TEMP B-TREE');
    }
  });

  test('a window begins where the one before it ended', () => {
    const { names } = fill();
    const pages = [0, 2, 4].flatMap((offset) => names({ offset, limit: 2 }));
    expect(pages).toEqual(names({}));
  });
});

test('filters narrow the list, and where none is left say what there would be without them', () => {
  const { db } = fill();
  const asked = { ...everything, search: 'example' };
  expect(listRecords(db, keyAccounts, { ...asked, filters: ['primary'] })).toMatchObject({ total: 1 });
  const none = listRecords(db, keyAccounts, { ...asked, filters: ['attention'] });
  expect(none).toMatchObject({ rows: [], total: 0, isCounted: true, totalWithoutFilters: 5 });
});

test('counts say how many records there are in each state', () => {
  expect(countRecords(fill().db, keyAccounts)).toEqual({
    total: 6,
    waiting: 0,
    decisions: 0,
    attention: 0,
    missing: 0,
    aside: 0,
  });
});

test('a missing record that a person keeps is counted where its filter finds it; one taken out is nowhere', () => {
  const { db } = fill();
  const [kept, hidden] = listRecords(db, keyAccounts, everything).rows.map(({ id }) => id) as [
    RecordId,
    RecordId,
  ];
  const judge = (id: RecordId, choice: 'keep' | 'hide'): void => {
    markMissing(db, keyAccounts, id);
    settleState(db, keyAccounts, id);
    const judged = { judged: { id, choice }, at: '2026-11-21T10:00:00.000Z', newId: randomUUID };
    expect(judgeMissing(db, keyAccounts, judged).ok).toBe(true);
  };
  judge(kept, 'keep');
  judge(hidden, 'hide');
  const { rows, total } = listRecords(db, keyAccounts, { ...everything, filters: ['missing'] });
  expect(rows.map(({ id }) => id)).toEqual([kept]);
  expect(countRecords(db, keyAccounts)).toMatchObject({ total: 5, missing: total });
});

test('several filters of states show the records that are in any of them', () => {
  const db = openTestCopy();
  const states = ['dirty', 'conflict', 'needs-attention', 'clean'];
  for (const state of states) {
    const id = syncedRecord(db, { last_name: state, primary: state !== 'conflict' });
    db.run('UPDATE records SET state = :state WHERE id = :id', { state, id });
  }
  const shown = (...filters: ListQuery['filters']): unknown[] =>
    listRecords(db, keyAccounts, { ...everything, filters })
      .rows.map(({ values }) => values['last_name'])
      .sort();
  expect(shown('waiting', 'decision')).toEqual(['conflict', 'dirty']);
  expect(shown('waiting', 'decision', 'attention', 'missing')).toEqual([
    'conflict',
    'dirty',
    'needs-attention',
  ]);
  expect(shown('waiting', 'decision', 'primary')).toEqual(['dirty']);
});
