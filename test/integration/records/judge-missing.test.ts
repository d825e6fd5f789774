import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { JudgeMissing } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { listRecords } from '../../../src/main/database/record-list.ts';
import { judgeMissing } from '../../../src/main/records/judge-missing.ts';
import { judgeVanished } from '../../../src/main/records/judge-vanished.ts';
import { readHistory } from '../../../src/main/records/record-detail.ts';
import { MODE_NAMES, type ModeName } from '../../../src/service/mode.ts';
import type { Device } from '../../support/device.ts';
import { answered } from '../../support/faults.ts';
import { always, rounds, statusOf, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

const at = '2026-11-21T10:00:00.000Z';

const judge = ({ db }: Device, judged: JudgeMissing) =>
  judgeMissing(db, keyAccounts, { judged, at, newId: randomUUID });

const listed = ({ db }: Device) =>
  listRecords(db, keyAccounts, {
    search: '',
    filters: [],
    sort: { by: 'name', direction: 'ascending' },
    offset: 0,
    limit: 100,
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

  test('that is hidden leaves the list; what was not sent is in its history', async () => {
    const desk = await missingRecord(mode);
    const { laptop, id } = desk;
    expect(judge(laptop, { id, choice: 'hide' }).ok).toBe(true);
    expect(listed(laptop)).toMatchObject({ total: 29 });
    expect(listed(laptop).rows.some((row) => row.id === id)).toBe(false);
    expect(statusOf(laptop)).toMatchObject({ allSaved: true, counts: { total: 29, missing: 0 } });
    const line = readHistory(laptop.db, keyAccounts, id)?.find(({ kind }) => kind === 'hidden');
    expect(line?.changes).toMatchObject([{ field: 'first_name', before: 'Not sent' }]);
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

describe.each(MODE_NAMES)('many records that vanish at once, in %s mode', (mode) => {
  async function manyVanish(): Promise<SyncedLaptop> {
    const desk = await syncedLaptop({ mode, records: 30 });
    for (const id of desk.laptop.ids().slice(0, 10)) await desk.world.colleague.remove(id);
    await rounds(desk, 3);
    expect(statusOf(desk.laptop)).toMatchObject({ vanished: 10, counts: { missing: 0 } });
    return desk;
  }

  test('are missing once a person says that they are gone', async () => {
    const desk = await manyVanish();
    judgeVanished(desk.laptop.db, keyAccounts, { areGone: true, at });
    await rounds(desk, 1);
    expect(statusOf(desk.laptop)).toMatchObject({ vanished: 0, counts: { total: 30, missing: 10 } });
  });

  test('are asked about no more for now when a person says that they are not', async () => {
    const desk = await manyVanish();
    judgeVanished(desk.laptop.db, keyAccounts, { areGone: false, at });
    expect(statusOf(desk.laptop)).toMatchObject({ vanished: 0, counts: { missing: 0 } });
    await rounds(desk, 1);
    expect(statusOf(desk.laptop).counts).toMatchObject({ total: 30, missing: 0 });
  });
});
