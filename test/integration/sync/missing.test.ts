import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { describe, expect, test } from 'vitest';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { readResourceState } from '../../../src/main/database/sync-state.ts';
import { FaultyLine } from '../../support/faults.ts';
import { startWorld } from '../../support/world.ts';

describe.each(MODE_NAMES)('step 4, Missing, in %s mode', (mode) => {
  test('a record that the service removed is missing here and keeps its values', async () => {
    const { device, colleague, first } = await startWorld({ mode, records: 60 });
    const laptop = device();
    await laptop.round();
    const id = await first();
    const { values } = laptop.record(id);
    await colleague.remove(id);
    await laptop.round();
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'missing', values });
  });

  test('many that vanish at once are not believed', async () => {
    const { device, colleague } = await startWorld({ mode, records: 60 });
    const laptop = device();
    await laptop.round();
    for (const id of laptop.ids().slice(0, 10)) await colleague.remove(id);
    await laptop.round();
    await laptop.round();
    expect(readResourceState(laptop.db, keyAccounts, 'vanished')).toBe(10);
    expect(laptop.ids().map((id) => laptop.record(id).state)).not.toContain('missing');
  });
});

test('one list without a record proves nothing', async () => {
  const { device, colleague, first } = await startWorld({ mode: 'origin', records: 60 });
  const laptop = device();
  await laptop.round();
  const id = await first();
  await colleague.remove(id);
  await laptop.round();
  expect(laptop.record(id).state).toBe('clean');
});

test('a record that the delta named as removed and that is there after all is asked for once', async () => {
  const { device, first } = await startWorld({ records: 60 });
  const line = new FaultyLine();
  const laptop = device(line.transport);
  await laptop.round();
  const id = await first();
  line.next('GET', async (url, request, real) => {
    const response = await real(url, request);
    const body = (await response.json()) as { data: object[] };
    body.data.push({ id, type: 'key_accounts', meta: { deleted_at: '2030-01-07T08:00:00.000Z' } });
    return new Response(JSON.stringify(body), { headers: response.headers });
  });
  await laptop.round();
  await laptop.round();
  expect(laptop.record(id).state).toBe('clean');
  expect(line.seen.filter(({ url }) => url.endsWith(id))).toHaveLength(1);
});
