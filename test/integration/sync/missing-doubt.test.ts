import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { readResourceState } from '../../../src/main/database/sync-state.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { answered, lostRequest } from '../../support/faults.ts';
import { always, rounds, statusOf, syncedLaptop } from '../../support/synced-laptop.ts';

describe.each(MODE_NAMES)('step 4, Missing, in doubt, in %s mode', (mode) => {
  test('an edit that a missing record holds is not "all saved"', async () => {
    const { world, laptop, id } = await syncedLaptop({ mode, records: 60 });
    laptop.edit(id, 'first_name', 'Unsent');
    await world.colleague.remove(id);
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'missing', values: { first_name: 'Unsent' } });
    expect(statusOf(laptop).allSaved).toBe(false);
  });

  test.each([403, 500])('a suspect that answers %i keeps no other edit from being sent', async (status) => {
    const synced = await syncedLaptop({ mode, records: 60 });
    const { world, laptop, id, other } = synced;
    laptop.edit(other, 'first_name', 'Kept waiting');
    await world.colleague.remove(id);
    const no = JSON.stringify({ errors: [{ status: String(status), detail: 'no' }] });
    always(synced, ({ method }, url) => method === 'GET' && url.endsWith(id), answered(status, no));
    await rounds(synced, 3);
    expect(await world.colleague.get(other)).toMatchObject({ first_name: 'Kept waiting' });
  });

  test('while many vanished and nobody was asked, none of them is taken as missing by its push', async () => {
    const { world, laptop } = await syncedLaptop({ mode, records: 60 });
    const gone = laptop.ids().slice(0, 10);
    const [edited] = gone as [RecordId];
    for (const id of gone) await world.colleague.remove(id);
    await laptop.round();
    await laptop.round();
    laptop.edit(edited, 'first_name', 'Unsent');
    await laptop.round();
    expect(readResourceState(laptop.db, keyAccounts, 'vanished')).toBe(10);
    expect(laptop.record(edited)).toMatchObject({ state: 'dirty', values: { first_name: 'Unsent' } });
  });
});

test('a removal that the delta told is not forgotten by an edit that is taken back', async () => {
  const synced = await syncedLaptop({ records: 60 });
  const { world, laptop, line, id } = synced;
  await world.colleague.remove(id);
  line.next('GET', (url, request, real) => real(url, request));
  line.next('GET', lostRequest);
  await laptop.round();
  const old = laptop.record(id).values['first_name'] ?? null;
  laptop.edit(id, 'first_name', 'x');
  laptop.edit(id, 'first_name', old);
  await rounds(synced, 3);
  expect(laptop.record(id).state).toBe('missing');
});
