import { expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { probeOnce } from '../../../src/main/sync/probe.ts';
import type { Fault } from '../../support/faults.ts';
import { always, rounds, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

const tokenNow = async ({ world, id }: SyncedLaptop): Promise<string> =>
  String((await world.colleague.get(id))['updated_in_db_at']);

/** A service that takes any token which is at most so many milliseconds off. */
const tolerant =
  (desk: SyncedLaptop, tolerance: number): Fault =>
  async (url, request, real) => {
    const body = JSON.parse(request.body ?? '') as { data: { attributes: Record<string, unknown> } };
    const { attributes } = body.data;
    const token = await tokenNow(desk);
    const off = Math.abs(Date.parse(token) - Date.parse(String(attributes['updated_in_db_at'])));
    if (off <= tolerance) attributes['updated_in_db_at'] = token;
    return real(url, { ...request, body: JSON.stringify(body) });
  };

test('a token that was sealed before the tolerance was measured is sealed anew', async () => {
  const desk = await syncedLaptop({ mode: 'modern', records: 12 });
  const { world, laptop, id } = desk;
  always(desk, ({ method }) => method === 'PUT', tolerant(desk, 4500));
  world.clock.pass(60_000);
  await world.colleague.put(id, { last_name: 'First' }, new Date('2026-11-20T12:00:00Z'));
  world.clock.pass(2500);
  await laptop.round();
  expect(readRecord(laptop.db, keyAccounts, id)?.base?.sealed).toBe(true);
  await probeOnce(laptop.context());
  // A second write within the tolerance of the first one.
  world.clock.pass(500);
  await world.colleague.put(id, { first_name: 'Theirs' }, new Date('2026-11-20T12:00:00Z'));
  laptop.edit(id, 'first_name', 'Mine');
  await laptop.round('edit');
  await rounds(desk, 4);
  expect(laptop.record(id)).toMatchObject({ state: 'conflict', openDecisions: ['first_name'] });
  expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Theirs' });
});
