import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { JudgeMissing } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { handleOf, type ReadableDb } from '../../../src/main/database/handle.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { countRecords } from '../../../src/main/database/record-list.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { salvage } from '../../../src/main/database/salvage.ts';
import { readState } from '../../../src/main/database/sync-state.ts';
import { asAct, turnAct } from '../../../src/main/records/change-set.ts';
import { discardMine } from '../../../src/main/records/discard-mine.ts';
import { judgeMissing } from '../../../src/main/records/judge-missing.ts';
import { putBack } from '../../../src/main/records/put-back.ts';
import { copyOf } from '../../support/damaged-copy.ts';
import type { Device } from '../../support/device.ts';
import { answered, lostAnswer } from '../../support/faults.ts';
import { emptyFolder } from '../../support/folder.ts';
import {
  always,
  knowsItsIdsAreKept,
  rounds,
  statusOf,
  syncedLaptop,
  type SyncedLaptop,
} from '../../support/synced-laptop.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const at = '2026-11-21T10:00:00.000Z';

const judge = ({ db }: Device, judged: JudgeMissing): void => {
  expect(judgeMissing(db, keyAccounts, { judged, at, newId: randomUUID }).ok).toBe(true);
};

/** A record with an unsent edit that the service no longer has. */
async function missingRecord(): Promise<SyncedLaptop> {
  const desk = await syncedLaptop({ mode: 'modern', records: 30 });
  await desk.world.colleague.remove(desk.id);
  desk.laptop.edit(desk.id, 'first_name', 'Not sent');
  await rounds(desk, 3);
  return desk;
}

/** Puts everything that can be read of a file together again, and reads it. */
function salvaged(file: string): { db: ReadableDb; close: () => void } {
  const target = join(emptyFolder(), 'salvaged.db');
  salvage(file, { target });
  const database = new BetterSqlite3(target, { readonly: true });
  return { db: handleOf(database), close: () => database.close() };
}

test('a back-up from before a record was taken out of the list has it out of the list, with its edit', async () => {
  const { laptop, id } = await missingRecord();
  const older = openLocalCopy(copyOf(laptop));
  if (!older.ok) throw new Error('The back-up cannot be opened.');
  judge(laptop, { id, choice: 'hide' });
  const source = salvaged(copyOf(laptop));
  const { db } = older.value;
  putBack(db, { source: source.db, at });
  expect(readRecord(db, keyAccounts, id)).toMatchObject({
    judgement: 'hidden',
    local: { first_name: 'Not sent' },
  });
  expect(countRecords(db, keyAccounts)).toMatchObject({ aside: 1, missing: 0 });
  source.close();
  older.value.close();
});

test('the edit of a hidden record whose row cannot be read is held for its record', async () => {
  const { laptop, id } = await missingRecord();
  judge(laptop, { id, choice: 'hide' });
  const file = copyOf(laptop);
  const damaged = new BetterSqlite3(file);
  damaged.pragma('foreign_keys = OFF');
  damaged.prepare('DELETE FROM records WHERE id = ?').run(id);
  damaged.close();
  const { db, close } = salvaged(file);
  expect(readState(db, 'held')).toMatchObject([{ id, fields: [{ value: 'Not sent' }] }]);
  close();
});

test('a hidden record that was made again has nothing that waits, in a copy that was put together again neither', async () => {
  const { laptop, id } = await missingRecord();
  judge(laptop, { id, choice: 'create-again' });
  const { db, close } = salvaged(copyOf(laptop));
  expect(countRecords(db, keyAccounts)).toMatchObject({ aside: 0, missing: 0, waiting: 1 });
  close();
});

/** A record whose creation was sent without an answer, that was edited since, and that the service has no more. */
async function goneCreation(): Promise<SyncedLaptop> {
  const desk = await syncedLaptop({ mode: 'modern', records: 30 });
  const { world, line, laptop } = desk;
  knowsItsIdsAreKept(laptop);
  const id = laptop.create({ first_name: 'Ana' });
  line.next('POST', async (url, request, real) => {
    const lost = await lostAnswer(url, request, real).catch((error: unknown) => error);
    await world.colleague.remove(id);
    throw lost;
  });
  await rounds(desk, 1);
  laptop.edit(id, 'first_name', 'Anna');
  await rounds(desk, 2);
  expect(laptop.record(id).state).toBe('missing');
  return { ...desk, id };
}

test('what was edited of a creation that the service lost is aside, and discarded it is what was sent', async () => {
  const { laptop, id } = await goneCreation();
  judge(laptop, { id, choice: 'hide' });
  expect(statusOf(laptop)).toMatchObject({ allSaved: false, counts: { aside: 1 } });
  const act = OperationId.parse(randomUUID());
  const work = () => discardMine(laptop.db, keyAccounts, { id, at });
  expect(asAct(laptop.db, { act, kind: 'discard', at, work }).ok).toBe(true);
  expect(laptop.record(id).values['first_name']).toBe('Ana');
  expect(statusOf(laptop).counts).toMatchObject({ aside: 0, missing: 0 });
  const clock = new VirtualClock();
  const newId = (): OperationId => OperationId.parse(randomUUID());
  await turnAct(laptop.db, { act, kind: 'undo', clock, newId });
  expect(laptop.record(id).values['first_name']).toBe('Anna');
  expect(statusOf(laptop).counts).toMatchObject({ aside: 0, missing: 1 });
});

test('a hidden question meets the colleague who brings the record back: it is asked, and nothing is sent before', async () => {
  const desk = await syncedLaptop({ mode: 'modern', records: 30 });
  const { laptop, world, id } = desk;
  laptop.edit(id, 'first_name', 'Mine');
  await world.colleague.edit(id, { first_name: 'Theirs' });
  await rounds(desk, 1);
  const gone = answered(404, JSON.stringify({ errors: [{ status: '404', title: 'Not found' }] }));
  always(desk, ({ method }, url) => method !== 'POST' && url.endsWith(`/${id}`), gone);
  await vanish(desk, id);
  judge(laptop, { id, choice: 'hide' });
  always(desk, () => false, gone);
  await world.colleague.edit(id, { last_name: 'Returned' });
  await rounds(desk, 2);
  expect(laptop.record(id)).toMatchObject({ state: 'conflict', judgement: undefined });
  expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Theirs', last_name: 'Returned' });
});

/** Lets the service say of a record with a question that it is gone. */
async function vanish(desk: SyncedLaptop, id: RecordId): Promise<void> {
  desk.laptop.db.run('UPDATE records SET absences = 2 WHERE id = :id', { id });
  await rounds(desk, 1);
  expect(desk.laptop.record(id).state).toBe('missing');
}
