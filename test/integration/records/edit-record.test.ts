import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldValue } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { createRecord } from '../../../src/main/records/create-record.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { readDetail, readHistory } from '../../../src/main/records/record-detail.ts';
import { undoChange } from '../../../src/main/records/undo-change.ts';
import { newRecordId } from '../../support/device.ts';
import { openTestCopy, receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';

const at = '2026-11-21T10:00:00.000Z';

function edit(
  db: WritableDb,
  id: RecordId,
  change: { field?: string; value: FieldValue; seen?: FieldValue; operation?: OperationId },
) {
  const { field = 'first_name', operation = OperationId.parse(randomUUID()) } = change;
  const seen = change.seen === undefined ? (detail(db, id).values[field] ?? null) : change.seen;
  return editRecord(db, keyAccounts, { edit: { operation, id, field, value: change.value, seen }, at });
}

function detail(db: WritableDb, id: RecordId) {
  const read = readDetail(db, keyAccounts, id);
  if (!read) throw new Error(`There is no record ${id}.`);
  return read;
}

const outbox = (db: WritableDb): number => (db.get('SELECT count(*) AS n FROM outbox') as { n: number }).n;

test('an edit is kept with its outbox entry and its line of history', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  expect(edit(db, id, { value: 'Mary' }).ok).toBe(true);
  expect(detail(db, id)).toMatchObject({ state: 'dirty', values: { first_name: 'Mary' }, editedAt: at });
  expect(outbox(db)).toBe(1);
  expect(readHistory(db, keyAccounts, id)).toMatchObject([
    { kind: 'edit', changes: [{ field: 'first_name', before: 'Maryanna', after: 'Mary' }], canUndo: true },
  ]);
});

test('an edit that fails in the middle leaves nothing behind', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  db.run(
    `CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  );
  expect(() => edit(db, id, { value: 'Mary' })).toThrow('full');
  expect(detail(db, id)).toMatchObject({
    state: 'clean',
    values: { first_name: 'Maryanna' },
    historyCount: 0,
  });
});

test('the same act told twice is done once', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  const operation = OperationId.parse(randomUUID());
  edit(db, id, { value: 'Mary', operation });
  edit(db, id, { value: 'Mary', operation });
  expect(detail(db, id).historyCount).toBe(1);
});

test('a form that was opened before asks nothing about what the person put back by hand', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  edit(db, id, { value: 'Mary' });
  edit(db, id, { value: 'Maryanna' });
  edit(db, id, { value: 'May', seen: 'Mary' });
  expect(detail(db, id)).toMatchObject({ state: 'dirty', values: { first_name: 'May' }, openDecisions: [] });
});

test('a form that was opened before asks about what came in since', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  edit(db, id, { value: 'Mary' });
  edit(db, id, { value: 'Maryanna' });
  receive(db, remoteRecord({ first_name: 'Marianne' }, { id, second: 2 }));
  edit(db, id, { value: 'May', seen: 'Mary' });
  expect(detail(db, id)).toMatchObject({ state: 'conflict', openDecisions: ['first_name'] });
});

test('an edit back to what the server has leaves nothing to send', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  edit(db, id, { value: 'Mary' });
  edit(db, id, { value: 'Maryanna' });
  expect(detail(db, id)).toMatchObject({ state: 'clean', editedAt: undefined });
  expect(outbox(db)).toBe(0);
});

test('an edit over a value that came in while the person was typing becomes a decision', () => {
  const db = openTestCopy();
  const first = remoteRecord({ first_name: 'Before' });
  receive(db, first);
  receive(db, remoteRecord({ first_name: 'Theirs' }, { id: first.id, second: 9 }));
  edit(db, first.id, { value: 'Mine', seen: 'Before' });
  expect(detail(db, first.id)).toMatchObject({
    state: 'conflict',
    openDecisions: ['first_name'],
    values: { first_name: 'Mine' },
  });
});

test('an edit over a newer value that the person has seen is an ordinary edit', () => {
  const db = openTestCopy();
  const first = remoteRecord({ first_name: 'Before' });
  receive(db, first);
  receive(db, remoteRecord({ first_name: 'Theirs' }, { id: first.id, second: 9 }));
  edit(db, first.id, { value: 'Mine', seen: 'Theirs' });
  expect(detail(db, first.id)).toMatchObject({ state: 'dirty', openDecisions: [] });
});

test.each([
  ['a field that does not exist', 'shoe_size', 'x'],
  ['a text for a yes or no', 'primary', 'yes'],
  ['a number for a name', 'first_name', 7],
])('%s is refused and nothing changes', (_what, field, value) => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  expect(edit(db, id, { field, value, seen: null })).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input' },
  });
  expect(detail(db, id).state).toBe('clean');
});

test('a record that is not there cannot be edited', () => {
  const db = openTestCopy();
  expect(edit(db, newRecordId(), { value: 'x', seen: null })).toMatchObject({
    failure: { code: 'not-found' },
  });
});

test('undo is a new edit that puts the value before it back', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  edit(db, id, { value: 'Mary' });
  const historyId = detail(db, id).lastEdit?.historyId ?? 0;
  expect(undoChange(db, { historyId, at })).toEqual({ ok: true, value: id });
  expect(detail(db, id)).toMatchObject({
    state: 'clean',
    values: { first_name: 'Maryanna' },
    historyCount: 2,
  });
  expect(undoChange(db, { historyId, at })).toMatchObject({
    failure: { code: 'changed-meanwhile' },
  });
});

test('an edit that went over another cannot be undone around it', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { first_name: 'Maryanna' });
  edit(db, id, { value: 'Mary' });
  const historyId = detail(db, id).lastEdit?.historyId ?? 0;
  edit(db, id, { value: 'Ann' });
  expect(undoChange(db, { historyId, at })).toEqual({
    ok: false,
    failure: { code: 'changed-meanwhile', fields: ['first_name'] },
  });
});

test('a new record is kept with every field, and under one id only once', () => {
  const db = openTestCopy();
  const id = newRecordId();
  const made = { operation: OperationId.parse(randomUUID()), id, values: { first_name: 'Tarō' } };
  expect(createRecord(db, keyAccounts, { made, at }).ok).toBe(true);
  expect(createRecord(db, keyAccounts, { made, at }).ok).toBe(true);
  expect(detail(db, id)).toMatchObject({
    isNew: true,
    state: 'dirty',
    values: { first_name: 'Tarō', email: null },
  });
  const again = { ...made, operation: OperationId.parse(randomUUID()) };
  expect(createRecord(db, keyAccounts, { made: again, at })).toMatchObject({
    failure: { code: 'invalid-input' },
  });
});

test('after any edits, undoing them all from the newest restores the record', () => {
  const name = fc.constantFrom<FieldValue>('Ana', 'Zoë', 'Łukasz', null);
  fc.assert(
    fc.property(
      fc.array(fc.record({ field: fc.constantFrom('first_name', 'last_name'), value: name }), {
        maxLength: 8,
      }),
      (edits) => {
        const db = openTestCopy();
        const id = syncedRecord(db, { first_name: 'Start', last_name: 'Start' });
        const { values } = detail(db, id);
        for (const change of edits) edit(db, id, change);
        for (;;) {
          const line = readHistory(db, keyAccounts, id)?.find(
            ({ kind, canUndo }) => kind === 'edit' && canUndo,
          );
          if (!line) break;
          expect(undoChange(db, { historyId: line.id, at }).ok).toBe(true);
        }
        expect(detail(db, id)).toMatchObject({ values, state: 'clean' });
      },
    ),
    { numRuns: 40 },
  );
});

test('what the service brought in is not what *Undo* takes back first', () => {
  const db = openTestCopy();
  const first = remoteRecord({ first_name: 'Before', last_name: 'Before' });
  receive(db, first);
  edit(db, first.id, { value: 'Mine' });
  receive(db, remoteRecord({ first_name: 'Before', last_name: 'Theirs' }, { id: first.id, second: 9 }));
  expect(detail(db, first.id).lastEdit?.fields).toEqual(['first_name']);
});
