import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { TakenBack } from '#shared/model/act.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { currentId } from '../../../src/main/database/aliases.ts';
import { listAttempts } from '../../../src/main/database/attempts.ts';
import { listPossibleDuplicates } from '../../../src/main/database/duplicates.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { asAct, listActs, turnAct } from '../../../src/main/records/change-set.ts';
import { judgeDuplicate } from '../../../src/main/records/judge-duplicate.ts';
import { readHistory } from '../../../src/main/records/record-detail.ts';
import { adoptAs } from '../../../src/main/sync/adopt.ts';
import { askWhetherSame } from '../../../src/main/sync/strays.ts';
import { askedRecord, sendWithoutAnswer } from '../../support/asked-duplicate.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const at = '2026-11-21T10:00:00.000Z';
const ana = { first_name: 'Ana', last_name: 'Sæther', email: 'ana@x.example' };
const newAct = (): OperationId => OperationId.parse(randomUUID());

function judge(db: WritableDb, id: RecordId, other?: RecordId): OperationId {
  const act = newAct();
  const judged = { id, ...(other !== undefined && { other }) };
  const kind = other === undefined ? 'keep-apart' : 'join';
  const work = (): ReturnType<typeof judgeDuplicate> => judgeDuplicate(db, keyAccounts, { judged, at });
  const said = asAct(db, { act, kind, at, work });
  if (!said.ok) throw new Error(`It was not judged: ${said.failure.code}`);
  return act;
}

async function turned(db: WritableDb, kind: 'undo' | 'redo', act: OperationId): Promise<TakenBack> {
  const answer = await turnAct(db, { act, kind, clock: new VirtualClock(), newId: newAct });
  if (!answer.ok) throw new Error(`It was not turned: ${answer.failure.code}`);
  return answer.value;
}

const asked = (db: WritableDb, id: RecordId): unknown => ({
  others: listPossibleDuplicates(db, keyAccounts, id),
  state: readRecord(db, keyAccounts, id)?.state,
  attempts: listAttempts(db, keyAccounts, id),
});

test('"none of them" is taken back: it is asked again, as it was; done again, it is answered again', async () => {
  const db = openTestCopy();
  const { id } = askedRecord(db, ana);
  const before = asked(db, id);
  const act = judge(db, id);
  const after = asked(db, id);
  expect(after).toMatchObject({ others: [], state: 'unknown', attempts: [{ arrivals: 2 }] });
  expect(listActs(db, 9)).toMatchObject([{ act, kind: 'keep-apart', count: 1, label: 'Ana Sæther' }]);
  expect(await turned(db, 'undo', act)).toEqual({ done: [id], left: [] });
  expect(asked(db, id)).toEqual(before);
  // What came since the answer was not judged by it.
  syncedRecord(db, ana);
  expect((await turned(db, 'redo', act)).done).toEqual([id]);
  expect(asked(db, id)).toEqual(after);
  expect((await turned(db, 'undo', act)).done).toEqual([id]);
  expect(asked(db, id)).toEqual(before);
  const kinds = readHistory(db, keyAccounts, id)?.map(({ kind }) => kind);
  expect(kinds?.slice(0, 4)).toEqual(['undo', 'no-duplicate', 'undo', 'no-duplicate']);
});

test('once it was sent as a record of its own, "none of them" stays, and why is told', async () => {
  const db = openTestCopy();
  const { id } = askedRecord(db, ana);
  const act = judge(db, id);
  sendWithoutAnswer(db, id, ana);
  const before = asked(db, id);
  expect((await turned(db, 'undo', act)).left).toEqual([{ id, label: 'Ana Sæther', why: 'sent' }]);
  expect(asked(db, id)).toEqual(before);
});

test('what it might have been is asked about again only where it can still be it', async () => {
  const db = openTestCopy();
  const { id, others } = askedRecord(db, ana);
  const [one, two] = others;
  if (!one || !two) throw new Error('There are no two.');
  const third = askedRecord(db, { first_name: 'Third' });
  const act = judge(db, id);
  db.transaction(() => {
    adoptAs(db, keyAccounts, { id: third.id, other: one, at });
  });
  expect((await turned(db, 'undo', act)).done).toEqual([id]);
  expect(asked(db, id)).toMatchObject({ others: [two], state: 'needs-attention' });
});

test('a question that was asked anew meanwhile is not mixed up with the one before', async () => {
  const db = openTestCopy();
  const { id } = askedRecord(db, ana);
  const act = judge(db, id);
  const newer = syncedRecord(db, ana);
  db.transaction(() => {
    askWhetherSame(db, keyAccounts, { id, others: [newer], at });
  });
  expect((await turned(db, 'undo', act)).left).toMatchObject([{ id, why: 'changed' }]);
  expect(asked(db, id)).toMatchObject({ others: [newer] });
});

test('"both are right" of two on the service is taken back and done again, also much later', async () => {
  const db = openTestCopy();
  const [id, other] = [syncedRecord(db, ana), syncedRecord(db, ana)];
  db.transaction(() => {
    askWhetherSame(db, keyAccounts, { id, others: [other], at });
  });
  const act = judge(db, id);
  expect(readRecord(db, keyAccounts, id)?.state).toBe('clean');
  await turned(db, 'undo', act);
  expect(asked(db, id)).toMatchObject({ others: [other], state: 'needs-attention' });
  await turned(db, 'redo', act);
  expect(asked(db, id)).toMatchObject({ others: [], state: 'clean' });
});

test('two records that became one are not taken apart, and that is told', async () => {
  const db = openTestCopy();
  const { id, others } = askedRecord(db, ana);
  const [other] = others;
  if (!other) throw new Error('There is no other.');
  const act = judge(db, id, other);
  expect(listActs(db, 9)).toMatchObject([{ act, kind: 'join', count: 1, label: 'Ana Sæther' }]);
  expect((await turned(db, 'undo', act)).left).toMatchObject([{ id: other, why: 'joined' }]);
  expect(currentId(db, keyAccounts, id)).toBe(other);
});
