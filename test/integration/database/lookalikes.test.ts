import { describe, expect, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { markMissing } from '../../../src/main/database/absences.ts';
import { addPossibleDuplicates } from '../../../src/main/database/duplicates.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { BY_EMAIL, BY_NAME, listLookalikes } from '../../../src/main/database/lookalikes.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

const person: Values = {
  first_name: 'Zoë',
  last_name: 'Nygård',
  email: 'Zoe@Fjord.example',
  remote_id: 10472,
};

/** The person beside one other record; answers what the other one looks like from there, and back. */
function beside(other: Values, one: Values = person) {
  const db = openTestCopy();
  const id = syncedRecord(db, one);
  const otherId = syncedRecord(db, other);
  syncedRecord(db, {});
  syncedRecord(db, { first_name: 'Somebody', last_name: 'Else', email: 'else@fjord.example' });
  return { there: by(db, id, otherId), back: by(db, otherId, id) };
}

const by = (db: WritableDb, id: RecordId, other: RecordId) =>
  listLookalikes(db, keyAccounts, id).find((found) => found.id === other)?.by;

describe('two records look like the same person', () => {
  test.each([
    ['with the same e-mail and name', person, 'email-and-name'],
    ['with the same e-mail in other letters', { email: 'ZOE@fjord.EXAMPLE' }, 'email'],
    ['with the same e-mail among blanks', { email: 'zoe@fjord.example  ' }, 'email'],
    ['with the same name, without marks and capitals', { first_name: 'zoe', last_name: 'NYGARD' }, 'name'],
    ['with the same name and another GUID alone', { ...person, email: null, remote_id: 'other' }, 'name'],
    [
      'with the same name and another e-mail alone',
      { ...person, email: 'z@x.example', remote_id: null },
      'name',
    ],
  ])('%s', (_what, other: Values, likeness) => {
    expect(beside(other)).toEqual({ there: likeness, back: likeness });
  });

  test('with the same e-mail in capitals that SQLite leaves as they are', () => {
    const [small, large] = [{ email: 'jörg@österreich.example' }, { email: 'JÖRG@ÖSTERREICH.EXAMPLE' }];
    expect(beside(large, small)).toEqual({ there: 'email', back: 'email' });
  });

  test.each([
    ['one of the names', { first_name: 'Zoë' }],
    ['the whole name in one field', { first_name: 'Zoë Nygård' }],
    ['the beginning of the e-mail', { email: 'zoe@fjord.example.org' }],
    ['the GUID', { remote_id: '104720' }],
    [
      'the name, with an e-mail and a GUID of their own',
      { ...person, email: 'z@x.example', remote_id: 'own' },
    ],
  ])('but not with nothing but %s', (_what, other: Values) => {
    expect(beside(other)).toEqual({ there: undefined, back: undefined });
  });
});

test('the surest come first, and five are enough', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, person);
  for (let twin = 0; twin < 2; twin += 1) syncedRecord(db, { ...person, email: null, remote_id: null });
  for (let twin = 0; twin < 3; twin += 1) syncedRecord(db, { email: 'zoe@fjord.example' });
  syncedRecord(db, person);
  const found = listLookalikes(db, keyAccounts, id).map((one) => one.by);
  expect(found).toEqual(['email-and-name', 'email', 'email', 'email', 'name']);
});

test('a name that more than five others have says nothing; an e-mail does', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, person);
  for (let twin = 0; twin < 6; twin += 1) syncedRecord(db, { first_name: 'Zoe', last_name: 'Nygard' });
  expect(listLookalikes(db, keyAccounts, id)).toEqual([]);
  const other = syncedRecord(db, person);
  expect(by(db, id, other)).toBe('email-and-name');
});

test('records that the service no longer has, or that a person is asked about already, are not named', () => {
  const db = openTestCopy();
  const [id, missing, asked] = [syncedRecord(db, person), syncedRecord(db, person), syncedRecord(db, person)];
  markMissing(db, keyAccounts, missing);
  addPossibleDuplicates(db, keyAccounts, { id, others: [asked] });
  expect(listLookalikes(db, keyAccounts, id)).toEqual([]);
  expect(listLookalikes(db, keyAccounts, missing)).toEqual([]);
});

test.each([
  ['e-mail', BY_EMAIL, 'records_by_email \\(resource=\\? AND <expr>>\\? AND <expr><\\?\\)'],
  ['name', BY_NAME, 'records_by_name \\(resource=\\? AND label=\\?\\)'],
])('those of the same %s are found along an index alone', (_what, sql, index) => {
  const plan = openTestCopy().all(`EXPLAIN QUERY PLAN ${sql}`, {
    resource: keyAccounts.name,
    value: 'x',
    most: 3,
    ...(sql === BY_EMAIL && { end: 'y' }),
  }) as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(new RegExp(`^SEARCH records USING INDEX ${index}$`, 'u')),
  ]);
});
