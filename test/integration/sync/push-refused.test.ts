import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { MODE_NAMES, type ModeName } from '../../../src/service/mode.ts';
import { answered, type Fault } from '../../support/faults.ts';
import { always, rounds, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

const no = (status: number, detail: string): Fault =>
  answered(status, JSON.stringify({ errors: [{ status: String(status), detail }] }));

const busy = answered(429, '{}', { 'content-type': 'application/json', 'retry-after': '1' });

/** The person changes a field of the record while the request is on its way. */
const meanwhile =
  (change: () => void, answer: Fault): Fault =>
  (url, request, real) => {
    change();
    return answer(url, request, real);
  };

describe.each(MODE_NAMES)('step 5, Push, of what is refused, in %s mode', (mode) => {
  test('a refusal of a value that was replaced meanwhile does not hold the new one back', async () => {
    const synced = await syncedLaptop({ mode });
    const { world, laptop, line, id } = synced;
    laptop.edit(id, 'remote_id', 'taken');
    const replace = () => {
      laptop.edit(id, 'remote_id', 'free');
    };
    line.next('PUT', meanwhile(replace, no(422, 'taken')));
    await laptop.round();
    await rounds(synced, 1);
    expect(laptop.record(id).state).toBe('clean');
    expect(await world.colleague.get(id)).toMatchObject({ remote_id: 'free' });
  });

  test.each([
    ['nothing waits when the push failed for certain', 'first_name', busy],
    ['nothing is complained of when the value was refused', 'remote_id', no(422, 'taken')],
  ])('after an edit that was taken back meanwhile, %s', async (_what, field, answer) => {
    const synced = await syncedLaptop({ mode });
    const { laptop, line, id } = synced;
    const old = laptop.record(id).values[field] ?? null;
    laptop.edit(id, field, 'taken');
    const takeBack = () => {
      laptop.edit(id, field, old);
    };
    line.next('PUT', meanwhile(takeBack, answer));
    await laptop.round();
    expect(laptop.record(id).state).toBe('clean');
    await rounds(synced, 1);
    expect(line.sent('PUT')).toHaveLength(1);
  });

  test('three records that the service cannot handle do not keep the fourth from being sent', async () => {
    const synced = await syncedLaptop({ mode });
    const { world, laptop } = synced;
    const ids = laptop.ids().slice(0, 4);
    for (const id of ids) laptop.edit(id, 'first_name', 'Mine');
    const [, , , last] = ids as [RecordId, RecordId, RecordId, RecordId];
    const isOneOfThree = (url: string) => ids.slice(0, 3).some((id) => url.endsWith(id));
    always(synced, ({ method }, url) => method === 'PUT' && isOneOfThree(url), answered(500, 'oops'));
    await rounds(synced, 5);
    expect(await world.colleague.get(last)).toMatchObject({ first_name: 'Mine' });
  });

  test('a record that may not be looked at before it is sent needs attention, and is not asked after again', async () => {
    const { laptop, line, id } = await unsealed(mode);
    line.next('GET', no(403, 'Not yours any more.'));
    await laptop.round('edit');
    expect(laptop.record(id)).toMatchObject({
      state: 'needs-attention',
      attention: { sentence: 'Not yours any more.', status: 403 },
    });
    const before = line.seen.length;
    laptop.restart();
    await laptop.round('edit');
    expect(line.seen).toHaveLength(before);
  });
});

/** A laptop with an edit of a record whose token a second write could hide behind. */
async function unsealed(mode: ModeName): Promise<SyncedLaptop> {
  // The laptop's clock runs ahead: no token that it writes lies in the service's past.
  const synced = await syncedLaptop({ mode, start: Date.parse('2020-01-06T08:00:00.000Z') });
  const { laptop, id } = synced;
  laptop.edit(id, 'first_name', 'One');
  await laptop.round();
  laptop.edit(id, 'first_name', 'Two');
  return synced;
}
