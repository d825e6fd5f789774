import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { OperationId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { renameRecord } from '../../../src/main/database/aliases.ts';
import { unsentEdits } from '../../../src/main/database/outbox.ts';
import { listToldApart } from '../../../src/main/database/told-apart.ts';
import { asAct, listActs, turnAct } from '../../../src/main/records/change-set.ts';
import { readHistory } from '../../../src/main/records/record-detail.ts';
import { tellApart } from '../../../src/main/records/tell-apart.ts';
import { newRecordId } from '../../support/device.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const at = '2026-11-23T10:00:00.000Z';
const newAct = (): OperationId => OperationId.parse(randomUUID());
const person = { first_name: 'Zoë', last_name: 'Nygård' };

function pair() {
  const db = openTestCopy();
  const [id, other, act] = [syncedRecord(db, person), syncedRecord(db, person), newAct()];
  const tell = (as = act) =>
    asAct(db, {
      act: as,
      kind: 'tell-apart',
      at,
      work: () => tellApart(db, keyAccounts, { id, other, at }),
    });
  const turn = (kind: 'undo' | 'redo') =>
    turnAct(db, { act, kind, clock: new VirtualClock(), newId: newAct });
  return { db, id, other, act, tell, turn };
}

test('that two records are not the same is an act: it is in the history, taken back and said again', async () => {
  const { db, id, other, act, tell, turn } = pair();
  expect(tell()).toEqual({ ok: true, value: undefined });
  expect(listToldApart(db, keyAccounts, other)).toEqual([id]);
  expect(readHistory(db, keyAccounts, id)?.map(({ kind }) => kind)).toEqual(['told-apart']);
  expect(listActs(db, 5)).toMatchObject([{ act, kind: 'tell-apart', label: 'Zoë Nygård' }]);
  expect(unsentEdits(db, keyAccounts)).toEqual([]);

  expect(await turn('undo')).toEqual({ ok: true, value: { done: [id], left: [] } });
  expect(listToldApart(db, keyAccounts, id)).toEqual([]);
  expect(await turn('redo')).toEqual({ ok: true, value: { done: [id], left: [] } });
  expect(listToldApart(db, keyAccounts, id)).toEqual([other]);
  expect(await turn('undo')).toEqual({ ok: true, value: { done: [id], left: [] } });
  expect(listToldApart(db, keyAccounts, other)).toEqual([]);
});

test('said twice, it is one act', async () => {
  const { db, id, tell, turn } = pair();
  tell();
  tell(newAct());
  expect(listActs(db, 5)).toHaveLength(1);
  await turn('undo');
  expect(listToldApart(db, keyAccounts, id)).toEqual([]);
});

test('it is taken back of the other record under the id that the service gave it since', async () => {
  const { db, id, other, tell, turn } = pair();
  tell();
  const given = newRecordId();
  db.transaction(() => {
    renameRecord(db, keyAccounts, { from: other, to: given });
  });
  expect(await turn('undo')).toEqual({ ok: true, value: { done: [id], left: [] } });
  expect(listToldApart(db, keyAccounts, id)).toEqual([]);
  expect(listToldApart(db, keyAccounts, given)).toEqual([]);
});

test('of a record that is not there nothing is said', () => {
  const { db, other } = pair();
  const id = newRecordId();
  expect(tellApart(db, keyAccounts, { id, other, at })).toEqual({
    ok: false,
    failure: { code: 'not-found', id },
  });
  expect(listToldApart(db, keyAccounts, other)).toEqual([]);
});
