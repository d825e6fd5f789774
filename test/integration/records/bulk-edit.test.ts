import { expect, test } from 'vitest';
import type { BulkPreview } from '#shared/model/bulk-edit.ts';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { markMissing } from '../../../src/main/database/absences.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { settleState } from '../../../src/main/database/settle-record.ts';
import { BulkEdits } from '../../../src/main/records/bulk-edit.ts';
import { listActs } from '../../../src/main/records/change-set.ts';
import {
  deskOf,
  doEdit,
  editByHand,
  everything,
  local,
  newAct,
  nothingHeard,
  these,
  undo,
  valueOfOk,
} from '../../support/bulk-edit.ts';
import { openTestCopy, receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** A record with one field in conflict. */
function conflicting(db: WritableDb): RecordId {
  const { id } = remoteRecord({});
  receive(db, remoteRecord({ last_name: 'Before' }, { id }));
  editByHand(db, id, { last_name: 'Mine' });
  receive(db, remoteRecord({ last_name: 'Server' }, { id, second: 5 }));
  return id;
}

function gone(db: WritableDb, values: Values): RecordId {
  const id = syncedRecord(db, values);
  db.transaction(() => {
    markMissing(db, keyAccounts, id);
    settleState(db, keyAccounts, id);
  });
  return id;
}

test('a preview says how many records change, have the value, and cannot, and changes nothing', async () => {
  const db = openTestCopy();
  const changes = syncedRecord(db, { first_name: 'Ann', last_name: 'Old' });
  syncedRecord(db, { last_name: 'New' });
  const open = conflicting(db);
  const missing = gone(db, { last_name: 'Gone' });
  const order = { selection: everything, field: 'last_name', value: 'New' };
  expect(valueOfOk(await new BulkEdits().preview(deskOf(db), order))).toMatchObject({
    changes: 1,
    same: 1,
    decision: 1,
    missing: 1,
    first: [{ id: changes, label: 'Ann Old', before: 'Old', after: 'New' }],
    left: expect.arrayContaining([
      { id: open, label: 'Mine', why: 'decision' },
      { id: missing, label: 'Gone', why: 'missing' },
    ]) as unknown,
  });
  expect(local(db, changes)).toMatchObject({ last_name: 'Old' });
  expect(db.all('SELECT id FROM outbox WHERE id <> :open', { open })).toEqual([]);
});

test('a field that another one of the record is open beside can be changed', async () => {
  const db = openTestCopy();
  const id = conflicting(db);
  const { report } = await doEdit(db, { selection: these(id), field: 'primary', value: true });
  expect(report).toEqual({ changed: 1, leftCount: 0, left: [] });
  expect(listConflicts(db, keyAccounts, id).map(({ field }) => field)).toEqual(['last_name']);
});

test('many records are changed as one act, which is taken back as one', async () => {
  const db = openTestCopy();
  const ids = Array.from({ length: 120 }, (_, n) => syncedRecord(db, { email: `p${String(n)}@old.test` }));
  const before = ids.map((id) => local(db, id));
  const order = { selection: everything, field: 'email', value: null };
  const { act, report } = await doEdit(db, order);
  expect(report).toEqual({ changed: 120, leftCount: 0, left: [] });
  expect(ids.map((id) => local(db, id)['email'])).toEqual(ids.map(() => null));
  expect(listActs(db, 5)).toMatchObject([{ act, kind: 'bulk-edit', count: 120 }]);
  expect(await undo(db, act)).toHaveLength(120);
  expect(ids.map((id) => local(db, id))).toEqual(before);
  expect(db.all('SELECT id FROM outbox')).toEqual([]);
});

test('what was changed here since the preview is left alone and named', async () => {
  const db = openTestCopy();
  const [one, other] = [syncedRecord(db, { last_name: 'A' }), syncedRecord(db, { last_name: 'B' })];
  const order = { selection: these(one, other), field: 'last_name', value: 'New' };
  const { report } = await doEdit(db, order, {
    meanwhile: () => {
      editByHand(db, other, { last_name: 'Typed meanwhile' });
    },
  });
  expect(report).toEqual({
    changed: 1,
    leftCount: 1,
    left: [{ id: other, label: 'Typed meanwhile', why: 'changed' }],
  });
  expect(local(db, other)).toMatchObject({ last_name: 'Typed meanwhile' });
});

test('a colleague’s value that came in since the preview is not gone over', async () => {
  const db = openTestCopy();
  const remote = remoteRecord({ last_name: 'Before', email: 'a@b.test' });
  receive(db, remote);
  const { id } = remote;
  const order = { selection: these(id), field: 'last_name', value: 'Mine' };
  const { report } = await doEdit(db, order, {
    meanwhile: () => {
      receive(db, remoteRecord({ last_name: 'Colleague', email: 'a@b.test' }, { id, second: 7 }));
    },
  });
  expect(report).toMatchObject({ changed: 0, left: [{ id, why: 'changed' }] });
  expect(readRecord(db, keyAccounts, id)).toMatchObject({
    state: 'clean',
    local: { last_name: 'Colleague' },
  });
});

test('a colleague’s change of another field since the preview stands in nobody’s way', async () => {
  const db = openTestCopy();
  const remote = remoteRecord({ last_name: 'Before', email: 'a@b.test' });
  receive(db, remote);
  const { id } = remote;
  const order = { selection: these(id), field: 'last_name', value: 'Mine' };
  const { report } = await doEdit(db, order, {
    meanwhile: () => {
      receive(db, remoteRecord({ last_name: 'Before', email: 'new@b.test' }, { id, second: 7 }));
    },
  });
  expect(report.changed).toBe(1);
  expect(local(db, id)).toMatchObject({ last_name: 'Mine', email: 'new@b.test' });
});

test('after a crash half-way whole records are changed, and the undo takes back what was done', async () => {
  const db = openTestCopy();
  const ids = Array.from({ length: 100 }, () => syncedRecord(db, { last_name: 'Old' }));
  const edits = new BulkEdits();
  const order = { selection: everything, field: 'last_name', value: 'New' };
  const { preview } = valueOfOk(await edits.preview(deskOf(db), order));
  const clock = new VirtualClock();
  let steps = 0;
  const crash = {
    now: clock.now,
    monotonic: clock.monotonic,
    sleep: () => {
      steps += 1;
      return steps === 2 ? Promise.reject(new Error('crash')) : Promise.resolve();
    },
  };
  const heard = nothingHeard();
  const act = newAct();
  await expect(edits.run(deskOf(db, crash), { act, preview }, heard)).rejects.toThrow('crash');
  const changed = ids.filter((id) => local(db, id)['last_name'] === 'New');
  expect(changed).toHaveLength(35);
  expect([...heard.done].sort()).toEqual([...changed].sort());
  expect(listActs(db, 5)).toMatchObject([{ act, count: 35 }]);
  expect(await undo(db, act)).toHaveLength(35);
  expect(ids.every((id) => local(db, id)['last_name'] === 'Old')).toBe(true);
  expect(db.all('SELECT id FROM outbox')).toEqual([]);
});

test('a copy that is closed under the edit keeps what was done, and no more is done', async () => {
  const db = openTestCopy();
  const ids = Array.from({ length: 60 }, () => syncedRecord(db, { last_name: 'Old' }));
  const edits = new BulkEdits();
  const order = { selection: everything, field: 'last_name', value: 'New' };
  const { preview } = valueOfOk(await edits.preview(deskOf(db), order));
  const heard = nothingHeard();
  const desk = { ...deskOf(db), isOpen: () => heard.done.length === 0 };
  expect(await edits.run(desk, { act: newAct(), preview }, heard)).toMatchObject({
    failure: { code: 'not-connected' },
  });
  expect(ids.filter((id) => local(db, id)['last_name'] === 'New')).toHaveLength(10);
});

test('only the newest preview can be done, and only once', async () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { last_name: 'Old' });
  const edits = new BulkEdits();
  const order = { selection: these(id), field: 'last_name', value: 'First' };
  const first = valueOfOk(await edits.preview(deskOf(db), order));
  const second = valueOfOk(await edits.preview(deskOf(db), { ...order, value: 'Second' }));
  const run = ({ preview }: BulkPreview) => edits.run(deskOf(db), { act: newAct(), preview }, nothingHeard());
  expect(await run(first)).toMatchObject({ failure: { code: 'stale-decision' } });
  expect(await run(second)).toMatchObject({ value: { changed: 1 } });
  expect(await run(second)).toMatchObject({ failure: { code: 'stale-decision' } });
  expect(local(db, id)).toMatchObject({ last_name: 'Second' });
});

test('a preview that another one overtakes gives way', async () => {
  const db = openTestCopy();
  for (let made = 0; made < 300; made += 1) syncedRecord(db, { last_name: 'Old' });
  const edits = new BulkEdits();
  const order = { selection: everything, field: 'last_name', value: 'New' };
  const [first, second] = await Promise.all([
    edits.preview(deskOf(db), order),
    edits.preview(deskOf(db), { ...order, value: 'Newer' }),
  ]);
  expect(first).toMatchObject({ failure: { code: 'stale-decision' } });
  expect(second).toMatchObject({ value: { changes: 300 } });
});

test('a value that the field cannot hold is refused', async () => {
  const db = openTestCopy();
  const edits = new BulkEdits();
  for (const [field, value] of [
    ['primary', 'yes'],
    ['last_name', true],
    ['nothing', 'x'],
  ] as const) {
    expect(await edits.preview(deskOf(db), { selection: everything, field, value })).toMatchObject({
      failure: { code: 'invalid-input' },
    });
  }
});

test('an empty text and no value are the same nothing; digits stay the number that stood there', async () => {
  const db = openTestCopy();
  const empty = syncedRecord(db, { email: '', remote_id: 7 });
  const numbered = syncedRecord(db, { email: null, remote_id: '9' });
  const { shown } = await doEdit(db, { selection: everything, field: 'email', value: null });
  expect(shown).toMatchObject({ changes: 0, same: 2 });
  await doEdit(db, { selection: everything, field: 'remote_id', value: '9' });
  expect(local(db, empty)['remote_id']).toBe(9);
  expect(local(db, numbered)['remote_id']).toBe('9');
});
