import { describe, expect, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { markMissing } from '../../../src/main/database/absences.ts';
import { alikeBy, findAlike } from '../../../src/main/database/alike.ts';
import { settleState } from '../../../src/main/database/settle-record.ts';
import { judgeMissing } from '../../../src/main/records/judge-missing.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

const person: Values = {
  first_name: 'Zoë',
  last_name: 'Nygård',
  email: 'Zoe@Fjord.example',
  remote_id: 10472,
};

function fill() {
  const db = openTestCopy();
  const id = syncedRecord(db, person);
  syncedRecord(db, { first_name: 'Somebody', last_name: 'Else', remote_id: 'ab12' });
  syncedRecord(db, {});
  return { db, id };
}

describe('a record that is being made', () => {
  test.each([
    ['its e-mail, in other letters and with blanks', { email: ' zoe@fjord.EXAMPLE ' }, 'email'],
    ['its names, without marks and capitals', { first_name: 'zoe', last_name: 'NYGARD' }, 'name'],
    ['its GUID, that is kept as a number', { remote_id: '10472' }, 'remote_id'],
    ['its GUID before anything else', { ...person, remote_id: '10472' }, 'remote_id'],
  ])('is like another one by %s', (_what, values: Values, by) => {
    const { db, id } = fill();
    expect(findAlike(db, keyAccounts, values)).toEqual([
      { id, label: 'Zoë Nygård', values: expect.objectContaining(person) as Values, by },
    ]);
  });

  test.each(['jörg@fjord.example', 'JÖRG@FJORD.EXAMPLE', 'Jörg@Fjord.example'])(
    'is like one with the same e-mail, whose letters beyond A to Z are large or small: %s',
    (email) => {
      const { db } = fill();
      const ids = ['JÖRG@fjord.example', 'jörg@FJORD.example'].map((kept) =>
        syncedRecord(db, { email: kept }),
      );
      const found = findAlike(db, keyAccounts, { email });
      expect(found.map(({ id }) => id).sort()).toEqual(ids.sort());
    },
  );

  test.each([
    [{}],
    [{ first_name: 'Zoë' }],
    [{ first_name: 'Zoë', last_name: ' ' }],
    [{ email: '' }],
    [{ email: 'fjord.example' }],
    [{ remote_id: '1047' }],
  ])('is like no other one by %j', (values: Values) => {
    expect(findAlike(fill().db, keyAccounts, values)).toEqual([]);
  });

  test('is not compared with a record that a person hid', () => {
    const { db, id } = fill();
    const at = '2026-11-22T10:00:00.000Z';
    markMissing(db, keyAccounts, id);
    settleState(db, keyAccounts, id);
    judgeMissing(db, keyAccounts, { judged: { id, choice: 'hide' }, at, newId: () => 'unused' });
    expect(findAlike(db, keyAccounts, person)).toEqual([]);
  });

  test('is like three others at most', () => {
    const { db } = fill();
    for (let twin = 0; twin < 5; twin += 1) syncedRecord(db, person);
    expect(findAlike(db, keyAccounts, person)).toHaveLength(3);
  });

  test.each(['remote_id', 'email', 'name'] as const)('finds those of the same %s by an index alone', (by) => {
    const plan = fill().db.all(`EXPLAIN QUERY PLAN ${alikeBy(by)}`, {
      resource: keyAccounts.name,
      value: 'x',
      most: 3,
    }) as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(
        new RegExp(`^SEARCH records USING INDEX records_by_${by} \\(resource=\\? AND .*=\\?\\)$`, 'u'),
      ),
    ]);
  });
});
