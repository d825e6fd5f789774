import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { JudgeMissing } from '#shared/model/record.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { listRecords } from '../../../src/main/database/record-list.ts';
import { isOutboxEmpty } from '../../../src/main/database/outbox.ts';
import { readResourceState, writeResourceState } from '../../../src/main/database/sync-state.ts';
import { asAct } from '../../../src/main/records/change-set.ts';
import { judgeMissing } from '../../../src/main/records/judge-missing.ts';
import { judgeVanished } from '../../../src/main/records/judge-vanished.ts';
import { readHistory } from '../../../src/main/records/record-detail.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import type { Device } from '../../support/device.ts';
import { answered, lostAnswer } from '../../support/faults.ts';
import { always, knowsItsIdsAreKept, rounds, syncedLaptop } from '../../support/synced-laptop.ts';

const at = '2026-11-21T10:00:00.000Z';
const DAY = 24 * 60 * 60_000;

const judge = ({ db }: Device, judged: JudgeMissing) =>
  asAct(db, {
    act: OperationId.parse(randomUUID()),
    kind: judged.choice,
    at,
    work: () => judgeMissing(db, keyAccounts, { judged, at, newId: randomUUID }),
  });

const listed = ({ db }: Device): RecordId[] =>
  listRecords(db, keyAccounts, {
    search: '',
    filters: [],
    sort: { by: 'name', direction: 'ascending' },
    offset: 0,
    limit: 100,
  }).rows.map(({ id }) => id);

const goneAnswer = answered(404, JSON.stringify({ errors: [{ status: '404', title: 'Not found' }] }));

describe('step 4, Missing, where a delta is offered', () => {
  test('a removal that the service tells no longer is found by walking twice', async () => {
    const desk = await syncedLaptop({ records: 60 });
    const { world, laptop, id } = desk;
    await world.colleague.remove(id);
    world.clock.pass(100 * DAY);
    await rounds(desk, 4);
    expect(laptop.record(id).state).toBe('missing');
    expect(readResourceState(laptop.db, keyAccounts, 'cursor')).toBeDefined();
  });

  test('a removal while the app was closed is found in its first round', async () => {
    const { world, laptop, id } = await syncedLaptop({ records: 60 });
    await world.colleague.remove(id);
    laptop.restart();
    await laptop.round('start');
    expect(laptop.record(id).state).toBe('missing');
  });

  test('a creation whose record was removed before it was answered is missing, also where no delta tells it', async () => {
    const desk = await syncedLaptop({ records: 60 });
    const { world, line, laptop } = desk;
    knowsItsIdsAreKept(laptop);
    const id = laptop.create({ first_name: 'Ana' });
    line.next('POST', lostAnswer);
    await laptop.round();
    await world.colleague.remove(id);
    // As after a pull that did not see everything.
    writeResourceState(laptop.db, keyAccounts, 'cursor', undefined);
    await rounds(desk, 2);
    expect(laptop.record(id).state).toBe('missing');
    expect(line.sent('POST')).toHaveLength(1);
  });

  test('many that vanished and are said to be there are looked for again, and asked about again', async () => {
    const desk = await syncedLaptop({ records: 30 });
    for (const id of desk.laptop.ids().slice(0, 10)) await desk.world.colleague.remove(id);
    await rounds(desk, 2);
    expect(readResourceState(desk.laptop.db, keyAccounts, 'vanished')).toBe(10);
    judgeVanished(desk.laptop.db, keyAccounts, { areGone: false, at });
    await rounds(desk, 3);
    expect(readResourceState(desk.laptop.db, keyAccounts, 'vanished')).toBe(10);
  });

  test('many that come back are not said to have vanished', async () => {
    const desk = await syncedLaptop({ records: 30 });
    const { laptop } = desk;
    const some = laptop.ids().slice(0, 10);
    const removed = JSON.stringify({
      data: some.map((id) => ({ id, type: 'key_accounts', meta: { deleted_at: at } })),
      meta: { sync: { cursor: readResourceState(laptop.db, keyAccounts, 'cursor') ?? '', has_more: false } },
    });
    always(
      desk,
      ({ method }, url) => method === 'GET' && !url.includes('page='),
      (url, request, real) =>
        (url.includes('since') ? answered(200, removed) : goneAnswer)(url, request, real),
    );
    await rounds(desk, 1);
    judgeVanished(laptop.db, keyAccounts, { areGone: true, at });
    await rounds(desk, 1);
    expect(some.map((id) => laptop.record(id).state)).toEqual(some.map(() => 'missing'));
    always(desk, () => false, goneAnswer);
    await rounds(desk, 1);
    expect(some.map((id) => laptop.record(id).state)).toEqual(some.map(() => 'clean'));
    expect(readResourceState(laptop.db, keyAccounts, 'vanished')).toBeUndefined();
  });

  test('a word about many that vanished is kept only while that is asked', async () => {
    const desk = await syncedLaptop({ records: 30 });
    judgeVanished(desk.laptop.db, keyAccounts, { areGone: true, at });
    for (const id of desk.laptop.ids().slice(0, 10)) await desk.world.colleague.remove(id);
    await rounds(desk, 1);
    expect(readResourceState(desk.laptop.db, keyAccounts, 'vanished')).toBe(10);
  });
});

describe.each(MODE_NAMES)('a missing record, in %s mode', (mode) => {
  test('that is made again twice is one new record', async () => {
    const desk = await syncedLaptop({ mode, records: 60 });
    const { world, laptop, id } = desk;
    await world.colleague.remove(id);
    await rounds(desk, 3);
    const [first, second] = [
      judge(laptop, { id, choice: 'create-again' }),
      judge(laptop, { id, choice: 'create-again' }),
    ];
    expect(second).toEqual(first);
    await rounds(desk, 2);
    expect(await world.colleague.count()).toBe(60);
  });

  test('that is hidden comes back into the list with an edit of it', async () => {
    const desk = await syncedLaptop({ mode, records: 60 });
    const { world, laptop, id } = desk;
    await world.colleague.remove(id);
    await rounds(desk, 3);
    judge(laptop, { id, choice: 'hide' });
    expect(listed(laptop)).not.toContain(id);
    laptop.edit(id, 'first_name', 'Not sent');
    expect(listed(laptop)).toContain(id);
  });

  test.each(['keep', 'hide', 'create-again'] as const)(
    'that a colleague removed before its creation was answered can be judged: %s',
    async (choice) => {
      const desk = await syncedLaptop({ mode, records: 60 });
      const { world, line, laptop } = desk;
      knowsItsIdsAreKept(laptop);
      const id = laptop.create({ first_name: 'Ana' });
      line.next('POST', async (url, request, real) => {
        const lost = await lostAnswer(url, request, real).catch((error: unknown) => error);
        await world.colleague.remove(id);
        throw lost;
      });
      await rounds(desk, 3);
      const { state } = laptop.record(id);
      if (mode === 'origin') {
        // Its service forgets what it removed: nothing tells that it ever had the record.
        expect(state).toBe('clean');
        return;
      }
      expect(state).toBe('missing');
      const judged = judge(laptop, { id, choice });
      expect(judged.ok).toBe(true);
      await rounds(desk, 2);
      expect(listed(laptop).includes(id)).toBe(choice === 'keep');
      expect(isOutboxEmpty(laptop.db, keyAccounts)).toBe(choice !== 'keep');
      expect(await world.colleague.count()).toBe(choice === 'create-again' ? 61 : 60);
      const kinds = readHistory(laptop.db, keyAccounts, id)?.map(({ kind }) => kind);
      expect(kinds).toContain(choice === 'keep' ? 'kept' : 'hidden');
    },
  );
});
