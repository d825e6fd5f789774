import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { markMissing } from '../../../src/main/database/absences.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { unsentEdits } from '../../../src/main/database/outbox.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { asAct, turnAct } from '../../../src/main/records/change-set.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { readDetail, readHistory } from '../../../src/main/records/record-detail.ts';
import { takeOver } from '../../../src/main/records/take-over.ts';
import { openTestCopy, receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const at = '2026-11-22T10:00:00.000Z';
const newAct = (): OperationId => OperationId.parse(randomUUID());

const mine: Values = { first_name: 'Zoë', last_name: 'Nygård', email: null, primary: false };
const theirs: Values = { first_name: 'Zoe', last_name: 'Nygaard', email: 'zoe@fjord.example', remote_id: 7 };

function pair() {
  const db = openTestCopy();
  return { db, id: syncedRecord(db, mine), other: syncedRecord(db, theirs), act: newAct() };
}

type Pair = ReturnType<typeof pair>;

/** Takes fields over as they stand on the screen now, unless something else was seen. */
function take({ db, id, other, act }: Pair, fields: readonly string[], saw: Values = {}) {
  const chosen = fields.map((field) => ({
    field,
    seen: saw[field] ?? valueOf(local(db, id), field),
    value: valueOf(local(db, other), field),
  }));
  const asked = { act, id, other, fields: chosen };
  const work = () => takeOver(db, keyAccounts, { asked, at });
  return asAct(db, { act, kind: 'edit', at, work });
}

const local = (db: WritableDb, id: RecordId): Values => readRecord(db, keyAccounts, id)?.local ?? {};

const edit = (db: WritableDb, id: RecordId, field: string, value: FieldValue) => {
  const seen = valueOf(local(db, id), field);
  editRecord(db, keyAccounts, { edit: { operation: newAct(), id, field, value, seen }, at });
};

test('some values of another record are taken over as one edit, and the other stays as it is', () => {
  const both = pair();
  const { db, id, other } = both;
  expect(take(both, ['email', 'remote_id', 'first_name'])).toEqual({ ok: true, value: undefined });
  expect(local(db, id)).toMatchObject({ ...theirs, last_name: 'Nygård', primary: false });
  expect(local(db, other)).toMatchObject(theirs);
  expect(unsentEdits(db, keyAccounts).map((one) => one.id)).toEqual([id]);
  expect(readHistory(db, keyAccounts, id)).toHaveLength(1);
  expect(readDetail(db, keyAccounts, id)?.lastEdit).toMatchObject({
    fields: ['first_name', 'email', 'remote_id'],
    act: both.act,
  });
});

test('it is taken back and done again as one act', async () => {
  const both = pair();
  const { db, id, act } = both;
  take(both, ['email', 'last_name']);
  const turn = (kind: 'undo' | 'redo') =>
    turnAct(db, { act, kind, clock: new VirtualClock(), newId: newAct });
  expect(await turn('undo')).toEqual({ ok: true, value: { done: [id], left: [] } });
  expect(local(db, id)).toMatchObject(mine);
  expect(unsentEdits(db, keyAccounts)).toEqual([]);
  expect(await turn('redo')).toEqual({ ok: true, value: { done: [id], left: [] } });
  expect(local(db, id)).toMatchObject({ email: 'zoe@fjord.example', last_name: 'Nygaard' });
});

test('the same act told twice is done once', () => {
  const both = pair();
  const { db, id } = both;
  take(both, ['email']);
  edit(db, id, 'email', 'newer@fjord.example');
  expect(take(both, ['email'])).toEqual({ ok: true, value: undefined });
  expect(local(db, id)['email']).toBe('newer@fjord.example');
});

describe('nothing is taken over', () => {
  test('where this record is no longer as it was seen', () => {
    const both = pair();
    edit(both.db, both.id, 'last_name', 'Typed meanwhile');
    const failure = { code: 'changed-meanwhile', fields: ['last_name'] };
    expect(take(both, ['email', 'last_name'], { last_name: 'Nygård' })).toEqual({ ok: false, failure });
    expect(local(both.db, both.id)).toMatchObject({ email: null, last_name: 'Typed meanwhile' });
  });

  test('where the other record is no longer as it was seen', () => {
    const { db, id, other, act } = pair();
    const fields = [{ field: 'email', seen: null, value: 'older@fjord.example' }];
    expect(takeOver(db, keyAccounts, { asked: { act, id, other, fields }, at })).toEqual({
      ok: false,
      failure: { code: 'changed-meanwhile', fields: ['email'] },
    });
    expect(local(db, id)['email']).toBeNull();
  });

  test('of a field that waits for a decision', () => {
    const db = openTestCopy();
    const first = remoteRecord(mine);
    receive(db, first);
    const both = { db, id: first.id, other: syncedRecord(db, theirs), act: newAct() };
    edit(db, first.id, 'last_name', 'Mine');
    receive(db, remoteRecord({ ...mine, last_name: 'Server' }, { id: first.id, second: 2 }));
    expect(readDetail(db, keyAccounts, first.id)?.openDecisions).toEqual(['last_name']);
    const failure = { code: 'changed-meanwhile', fields: ['last_name'] };
    expect(take(both, ['last_name', 'email'])).toEqual({ ok: false, failure });
  });

  test.each(['id', 'other'] as const)('when the service no longer has one of them (%s)', (gone) => {
    const both = pair();
    markMissing(both.db, keyAccounts, both[gone]);
    expect(take(both, ['email'])).toMatchObject({ ok: false, failure: { code: 'changed-meanwhile' } });
  });

  test('that is no field, or cannot stand in it', () => {
    const both = pair();
    expect(take(both, ['created_at'])).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    const { db, id, other, act } = both;
    const fields = [{ field: 'primary', seen: false, value: 'yes' }];
    expect(takeOver(db, keyAccounts, { asked: { act, id, other, fields }, at })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input' },
    });
  });
});
