import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { TakenBack } from '#shared/model/act.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { JudgeMissing } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { handleOf } from '../../../src/main/database/handle.ts';
import { countRecords, listRecords } from '../../../src/main/database/record-list.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { salvage } from '../../../src/main/database/salvage.ts';
import { asAct, listActs, turnAct } from '../../../src/main/records/change-set.ts';
import { listInbox } from '../../../src/main/records/decision-inbox.ts';
import { discardMine } from '../../../src/main/records/discard-mine.ts';
import { judgeMissing } from '../../../src/main/records/judge-missing.ts';
import { readLogPage, readUnsent } from '../../../src/main/records/sync-centre.ts';
import { MODE_NAMES, type ModeName } from '../../../src/service/mode.ts';
import { copyOf } from '../../support/damaged-copy.ts';
import type { Device } from '../../support/device.ts';
import { answered } from '../../support/faults.ts';
import { emptyFolder } from '../../support/folder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { always, rounds, statusOf, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

const at = '2026-11-21T10:00:00.000Z';

const newText = (): string => randomUUID();
const newAct = (): OperationId => OperationId.parse(randomUUID());

const judge = ({ db }: Device, judged: JudgeMissing, { act = newAct(), newId = newText } = {}) =>
  asAct(db, {
    act,
    kind: judged.choice,
    at,
    work: () => judgeMissing(db, keyAccounts, { judged, at, newId }),
  });

/** Judges, and answers how that is taken back and done again. */
function acted({ laptop, id }: SyncedLaptop, choice: JudgeMissing['choice'], newId = newText) {
  const act = newAct();
  const judged = judge(laptop, { id, choice }, { act, newId });
  if (!judged.ok) throw new Error(judged.failure.code);
  const turn = async (kind: 'undo' | 'redo'): Promise<TakenBack> => {
    const wish = { act, kind, clock: new VirtualClock(), newId: newAct };
    const turned = await turnAct(laptop.db, wish);
    if (!turned.ok) throw new Error(turned.failure.code);
    return turned.value;
  };
  return { shown: judged.value, undo: () => turn('undo'), redo: () => turn('redo') };
}

/** All that the file says of a record and is sent, asked or shown for it. */
const whole = ({ db }: Device, id: RecordId) => ({
  record: db.get(
    'SELECT local, base, state, is_missing, judgement, edited_at, seq FROM records WHERE id = :id',
    { id },
  ),
  outbox: db.all('SELECT id, attention FROM outbox WHERE id = :id', { id }),
  conflicts: db.all('SELECT * FROM conflicts WHERE id = :id', { id }),
});

const listed = ({ db }: Device) =>
  listRecords(db, keyAccounts, {
    search: '',
    filters: [],
    sort: { by: 'name', direction: 'ascending' },
    offset: 0,
    limit: 100,
  });

const asked = ({ db }: Device): number => listInbox(db, { grouping: 'record', offset: 0, limit: 10 }).total;

/** What is listed as out of the list and not sent. */
const aside = ({ db }: Pick<Device, 'db'>) => readUnsent(db, { part: 'aside', offset: 0, limit: 10 });

test('a hidden record with an unsent edit is as it was in a copy that was put together again', async () => {
  const desk = await missingRecord('modern');
  const { laptop, id } = desk;
  judge(laptop, { id, choice: 'hide' });
  laptop.close();
  const target = join(emptyFolder(), 'salvaged.db');
  salvage(copyOf(laptop), { target });
  const database = new BetterSqlite3(target, { readonly: true });
  const db = handleOf(database);
  expect(readRecord(db, keyAccounts, id)).toMatchObject({
    judgement: 'hidden',
    local: { first_name: 'Not sent' },
  });
  expect(countRecords(db, keyAccounts)).toMatchObject({ aside: 1, missing: 0 });
  expect(aside({ db })).toMatchObject({ rows: [{ id, changes: [{ after: 'Not sent' }] }], total: 1 });
  database.close();
});

/** A record with an unsent edit that the service no longer has. */
async function missingRecord(mode: ModeName): Promise<SyncedLaptop> {
  const desk = await syncedLaptop({ mode, records: 30 });
  await desk.world.colleague.remove(desk.id);
  desk.laptop.edit(desk.id, 'first_name', 'Not sent');
  await rounds(desk, 3);
  expect(desk.laptop.record(desk.id)).toMatchObject({ state: 'missing', values: { first_name: 'Not sent' } });
  return desk;
}

describe.each(MODE_NAMES)('a missing record, in %s mode', (mode) => {
  test('that is kept stays with its edit, asks no longer, and is never sent', async () => {
    const desk = await missingRecord(mode);
    const { laptop, line, id } = desk;
    expect(statusOf(laptop).counts.missing).toBe(1);
    expect(judge(laptop, { id, choice: 'keep' })).toEqual({ ok: true, value: id });
    await rounds(desk, 2);
    expect(laptop.record(id)).toMatchObject({
      state: 'missing',
      judgement: 'kept',
      values: { first_name: 'Not sent' },
    });
    expect(statusOf(laptop)).toMatchObject({ allSaved: false, counts: { missing: 1 } });
    expect(line.sent('POST')).toEqual([]);
  });

  test('that is hidden leaves the list with what was not sent; taken back, it is as it was', async () => {
    const desk = await missingRecord(mode);
    const { laptop, id, line } = desk;
    const before = whole(laptop, id);
    const hiding = acted(desk, 'hide');
    expect(listed(laptop)).toMatchObject({ total: 29 });
    expect(listed(laptop).rows.some((row) => row.id === id)).toBe(false);
    // Nothing says that all is on the server while it is not.
    await rounds(desk, 1);
    const told = { allSaved: false, counts: { total: 29, waiting: 0, missing: 0, aside: 1 } };
    expect(statusOf(laptop)).toMatchObject(told);
    expect(aside(laptop)).toMatchObject({ rows: [{ id, changes: [{ after: 'Not sent' }] }], total: 1 });
    expect(readLogPage(laptop.db, { limit: 1 })).toMatchObject([{ id, kind: 'hidden', isHere: true }]);
    expect(listActs(laptop.db, 1)).toMatchObject([{ kind: 'hide', count: 1 }]);
    const hidden = whole(laptop, id);
    expect(await hiding.undo()).toEqual({ done: [id], left: [] });
    expect(whole(laptop, id)).toEqual(before);
    expect(laptop.record(id)).toMatchObject({ state: 'missing', values: { first_name: 'Not sent' } });
    expect(await hiding.redo()).toEqual({ done: [id], left: [] });
    expect(whole(laptop, id)).toEqual(hidden);
    expect(listed(laptop)).toMatchObject({ total: 29 });
    expect(await hiding.undo()).toEqual({ done: [id], left: [] });
    expect(whole(laptop, id)).toEqual(before);
    expect(line.sent('POST')).toEqual([]);
  });

  test('that was hidden can give up its edit, and has it again in the list when that is taken back', async () => {
    const desk = await missingRecord(mode);
    const { laptop, id } = desk;
    acted(desk, 'hide');
    const discarding = newAct();
    const work = () => discardMine(laptop.db, keyAccounts, { id, at });
    expect(asAct(laptop.db, { act: discarding, kind: 'discard', at, work }).ok).toBe(true);
    await rounds(desk, 1);
    expect(statusOf(laptop)).toMatchObject({ allSaved: true, counts: { total: 29, aside: 0 } });
    expect(work()).toMatchObject({ failure: { code: 'not-now', reason: 'gone' } });
    const wish = { act: discarding, kind: 'undo', clock: new VirtualClock(), newId: newAct } as const;
    expect(await turnAct(laptop.db, wish)).toMatchObject({ value: { done: [id] } });
    expect(laptop.record(id)).toMatchObject({ judgement: undefined, values: { first_name: 'Not sent' } });
    expect(statusOf(laptop)).toMatchObject({ allSaved: false, counts: { missing: 1, aside: 0 } });
  });

  test('that was hidden is put back as it was, kept where it was kept, which is an act as well', async () => {
    const desk = await missingRecord(mode);
    const { laptop, id } = desk;
    const keeping = acted(desk, 'keep');
    const kept = whole(laptop, id);
    judge(laptop, { id, choice: 'hide' });
    const hidden = whole(laptop, id);
    const puttingBack = acted(desk, 'put-back');
    expect(whole(laptop, id)).toEqual(kept);
    await puttingBack.undo();
    expect(whole(laptop, id)).toEqual(hidden);
    expect((await keeping.undo()).left).toMatchObject([{ id, why: 'changed' }]);
    await puttingBack.redo();
    expect(whole(laptop, id)).toEqual(kept);
    await keeping.undo();
    expect(laptop.record(id)).toMatchObject({ judgement: undefined, values: { first_name: 'Not sent' } });
    await keeping.redo();
    expect(whole(laptop, id)).toEqual(kept);
    expect(judge(laptop, { id, choice: 'put-back' })).toMatchObject({
      failure: { code: 'changed-meanwhile' },
    });
  });

  test('that was hidden with a question is asked about again when it is put back, and nowhere before', async () => {
    const desk = await syncedLaptop({ mode, records: 30 });
    const { laptop, world, id } = desk;
    laptop.edit(id, 'first_name', 'Mine');
    await world.colleague.edit(id, { first_name: 'Theirs' });
    await rounds(desk, 1);
    await world.colleague.remove(id);
    await rounds(desk, 3);
    const before = whole(laptop, id);
    expect(before).toMatchObject({ record: { state: 'missing' }, conflicts: [{ field: 'first_name' }] });
    const hiding = acted(desk, 'hide');
    expect(asked(laptop)).toBe(0);
    expect(statusOf(laptop)).toMatchObject({ allSaved: false, counts: { decisions: 0, aside: 1 } });
    expect(aside(laptop)).toMatchObject({ rows: [{ id, isUndecided: true }] });
    expect(discardMine(laptop.db, keyAccounts, { id, at })).toMatchObject({ failure: { reason: 'gone' } });
    await hiding.undo();
    expect(whole(laptop, id)).toEqual(before);
    expect(asked(laptop)).toBe(1);
  });

  test('that the service has again after it was hidden is in the list with its edit, and the hiding is over', async () => {
    const desk = await syncedLaptop({ mode, records: 30 });
    const { laptop, world, id } = desk;
    const gone = answered(404, JSON.stringify({ errors: [{ status: '404', title: 'Not found' }] }));
    always(desk, ({ method }, url) => method !== 'POST' && url.endsWith(`/${id}`), gone);
    laptop.edit(id, 'first_name', 'Not sent');
    await rounds(desk, 1);
    const hiding = acted(desk, 'hide');
    always(desk, () => false, gone);
    await world.colleague.edit(id, { last_name: 'Returned' });
    await rounds(desk, 2);
    expect(listed(laptop).total).toBe(30);
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Not sent', last_name: 'Returned' });
    expect((await hiding.undo()).left).toMatchObject([{ id, why: 'changed' }]);
  });

  test.each([
    ['before', '0'],
    ['after', 'f'],
  ])(
    'that is made again, with an id %s its own, and not sent yet is as before when that is taken back, and made again when redone',
    async (_place, digit) => {
      const desk = await missingRecord(mode);
      const { laptop, id } = desk;
      const before = whole(laptop, id);
      const making = acted(desk, 'create-again', () => randomUUID().replace(/^./u, digit));
      expect(statusOf(laptop).counts).toMatchObject({ waiting: 1, aside: 0 });
      expect((await making.undo()).left).toEqual([]);
      expect(whole(laptop, id)).toMatchObject({
        ...before,
        record: { ...(before.record as object), edited_at: expect.any(String) as string },
      });
      expect(statusOf(laptop).counts).toMatchObject({ waiting: 0, missing: 1, aside: 0 });
      expect(listed(laptop).total).toBe(30);
      expect(listed(laptop).rows.some((row) => row.id === making.shown)).toBe(false);
      expect((await making.redo()).left).toEqual([]);
      expect(listed(laptop).rows.some((row) => row.id === id)).toBe(false);
      expect(statusOf(laptop).counts).toMatchObject({ waiting: 1, aside: 0 });
      // Told once more, it is still the same one.
      expect(judge(laptop, { id, choice: 'create-again' })).toEqual({ ok: true, value: making.shown });
      expect(listed(laptop).total).toBe(30);
    },
  );

  test('that was made again stays where it was sent, and so does the one that it was made from', async () => {
    const desk = await missingRecord(mode);
    const { laptop, id } = desk;
    const making = acted(desk, 'create-again');
    await rounds(desk, 2);
    expect(statusOf(laptop)).toMatchObject({ allSaved: true, counts: { aside: 0 } });
    const { done, left } = await making.undo();
    expect(done).toEqual([]);
    expect(new Set(left.map(({ why }) => why))).toEqual(new Set(['sent']));
    expect(laptop.record(id).judgement).toBe('hidden');
    expect(listed(laptop).total).toBe(30);
  });

  test('that is made again is one new record with the same values', async () => {
    const desk = await missingRecord(mode);
    const { laptop, world, id } = desk;
    const made = judge(laptop, { id, choice: 'create-again' });
    if (!made.ok) throw new Error(made.failure.code);
    expect(made.value).not.toBe(id);
    await rounds(desk, 2);
    expect(laptop.record(made.value)).toMatchObject({ state: 'clean', values: { first_name: 'Not sent' } });
    expect(await world.colleague.count()).toBe(30);
    expect(listed(laptop).total).toBe(30);
  });

  test('is judged once: what is not missing cannot be', async () => {
    const desk = await missingRecord(mode);
    const { laptop, other } = desk;
    expect(judge(laptop, { id: other, choice: 'hide' })).toMatchObject({
      failure: { code: 'changed-meanwhile' },
    });
  });

  test('that was there all the time comes back when a person asks, with its edit', async () => {
    const desk = await syncedLaptop({ mode, records: 30 });
    const { laptop, world, id } = desk;
    const gone = answered(404, JSON.stringify({ errors: [{ status: '404', title: 'Not found' }] }));
    always(desk, ({ method }, url) => method !== 'POST' && url.endsWith(`/${id}`), gone);
    laptop.edit(id, 'first_name', 'Not sent');
    await rounds(desk, 1);
    expect(laptop.record(id).state).toBe('missing');
    always(desk, () => false, gone);
    await rounds(desk, 2);
    expect(laptop.record(id).state).toBe('clean');
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Not sent' });
  });
});
