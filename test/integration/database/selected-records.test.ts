import { expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { MOST_COMPARED, type Narrowing, type RecordSelection } from '#shared/model/selection.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { renameRecord } from '../../../src/main/database/aliases.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { mergeSelected } from '../../../src/main/database/merged-fields.ts';
import { listIds } from '../../../src/main/database/record-list.ts';
import { countSelected, listSelected, selectedAmong } from '../../../src/main/database/selected-records.ts';
import { judgeMissing } from '../../../src/main/records/judge-missing.ts';
import { markMissing } from '../../../src/main/database/absences.ts';
import { settleState } from '../../../src/main/database/settle-record.ts';
import { newRecordId } from '../../support/device.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

const everything: Narrowing = { search: '', filters: [] };
const found = (search: string): Narrowing => ({ search, filters: [] });

function fill() {
  const db = openTestCopy();
  const [ann, ben, cem, dora] = ['Ann', 'Ben', 'Cem', 'Dora'].map((first_name, n) =>
    syncedRecord(db, { first_name, last_name: 'Same', primary: n < 2 }),
  ) as [RecordId, RecordId, RecordId, RecordId];
  return { db, ann, ben, cem, dora };
}

const idsOf = (db: WritableDb, selection: RecordSelection): RecordId[] => {
  const ids: RecordId[] = [];
  for (let after = ''; ;) {
    const page = listSelected(db, keyAccounts, { selection, field: 'email', after, limit: 2 });
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (!last) return ids.sort();
    after = last.id;
  }
};

const countOf = (db: WritableDb, selection: RecordSelection, list = everything) =>
  countSelected(db, keyAccounts, { selection, list });

test('single records are selected, and those that a search hides are counted', () => {
  const { db, ann, ben, cem } = fill();
  const selection = { more: [ann, ben], less: [] };
  expect(idsOf(db, selection)).toEqual([ann, ben].sort());
  expect(countOf(db, selection)).toEqual({ records: 2, shown: 2 });
  expect(countOf(db, selection, found('ann'))).toEqual({ records: 2, shown: 1 });
  expect(selectedAmong(db, keyAccounts, { selection, ids: [ann, cem] })).toEqual([ann]);
});

test('all of a list but some, with some more that it does not show', () => {
  const { db, ann, ben, cem, dora } = fill();
  const primary: Narrowing = { search: 'same', filters: ['primary'] };
  const selection = { all: primary, more: [cem], less: [ben] };
  expect(idsOf(db, selection)).toEqual([ann, cem].sort());
  expect(countOf(db, selection)).toEqual({ records: 2, shown: 2 });
  expect(countOf(db, selection, primary)).toEqual({ records: 2, shown: 1 });
  expect(countOf(db, selection, found('cem'))).toEqual({ records: 2, shown: 1 });
  const ids = [ann, ben, cem, dora];
  expect(selectedAmong(db, keyAccounts, { selection, ids }).sort()).toEqual([ann, cem].sort());
});

test('the same list counts all that it shows', () => {
  const { db, ann } = fill();
  const selection = { all: found('same'), more: [], less: [] };
  expect(countOf(db, selection, found('same'))).toEqual({ records: 4, shown: 4 });
  expect(countOf(db, { ...selection, less: [ann] }, found('same'))).toEqual({ records: 3, shown: 3 });
  expect(countOf(db, selection, found('ben same'))).toEqual({ records: 4, shown: 1 });
});

test('a record that got the service’s own id stays selected, or left out', () => {
  const { db, ann, ben } = fill();
  const own = newRecordId();
  db.transaction(() => {
    renameRecord(db, keyAccounts, { from: ann, to: own });
  });
  expect(idsOf(db, { more: [ann, ben], less: [] })).toEqual([own, ben].sort());
  expect(idsOf(db, { all: everything, more: [], less: [ann] })).not.toContain(own);
});

test('a record that left the list is not selected any more', () => {
  const { db, ann, ben } = fill();
  db.transaction(() => {
    markMissing(db, keyAccounts, ann);
    settleState(db, keyAccounts, ann);
  });
  judgeMissing(db, keyAccounts, {
    judged: { id: ann, choice: 'hide' },
    at: '2026-11-20T10:00:00.000Z',
    newId: newRecordId,
  });
  expect(idsOf(db, { more: [ann, ben], less: [] })).toEqual([ben]);
  expect(idsOf(db, { all: everything, more: [], less: [] })).not.toContain(ann);
});

test('the places of a list are named in its order', () => {
  const { db, ben, cem } = fill();
  const sort = { by: 'name', direction: 'ascending' } as const;
  expect(listIds(db, keyAccounts, { ...everything, sort, offset: 1, limit: 2 })).toEqual([ben, cem]);
});

test('what several records have in common is told field by field, of not too many', () => {
  const { db, ann, ben, cem } = fill();
  db.run(`UPDATE records SET state = 'dirty' WHERE id = :id`, { id: ann });
  const merged = mergeSelected(db, keyAccounts, { more: [ann, ben, cem], less: [] });
  if (merged.kind !== 'compared') throw new Error('They were not compared.');
  const of = (name: string) => merged.fields.find(({ field }) => field === name);
  expect(merged.states).toEqual({ waiting: 1, 'on-server': 2 });
  expect(of('first_name')).toMatchObject({ different: 3, empty: 0 });
  expect(of('last_name')).toMatchObject({ different: 1, commonest: [{ value: 'Same', records: 3 }] });
  expect(of('email')).toMatchObject({ different: 0, empty: 3, commonest: [] });
  expect(of('primary')?.commonest).toEqual([
    { value: true, records: 2 },
    { value: false, records: 1 },
  ]);
  db.transaction(() => {
    for (let made = 0; made < MOST_COMPARED; made += 1) syncedRecord(db, { last_name: 'One of many' });
  });
  expect(mergeSelected(db, keyAccounts, { all: everything, more: [], less: [] }).kind).toBe('too-many');
  const many = { all: found('many'), more: [], less: [] };
  expect(mergeSelected(db, keyAccounts, many)).toMatchObject({
    kind: 'compared',
    states: { 'on-server': 1000 },
  });
});
