import { describe, expect, test } from 'vitest';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { answered, lostAnswer } from '../../support/faults.ts';
import { rounds, syncedLaptop } from '../../support/synced-laptop.ts';

describe.each(MODE_NAMES)('step 5, Push, of unsure outcome, in %s mode', (mode) => {
  test('a gateway’s "busy" over a write that landed does not undo what the person put back', async () => {
    const synced = await syncedLaptop({ mode });
    const { world, laptop, line, id } = synced;
    const old = laptop.record(id).values['first_name'] ?? null;
    laptop.edit(id, 'first_name', 'Typed');
    line.next('PUT', async (url, request, real) => {
      await (await real(url, request)).text();
      return answered(503, 'busy', { 'content-type': 'text/plain', 'retry-after': '1' })(url, request, real);
    });
    await laptop.round();
    laptop.edit(id, 'first_name', old);
    await rounds(synced, 3);
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { first_name: old } });
    expect(await world.colleague.get(id)).toMatchObject({ first_name: old });
  });

  test('an answer about another record is not taken for this one’s', async () => {
    const { laptop, line, id, other } = await syncedLaptop({ mode });
    const mine = laptop.record(id).values['last_name'];
    laptop.edit(id, 'first_name', 'Mine');
    line.next('PUT', async (url, request, real) => {
      await (await real(url, request)).text();
      const { headers, redirect, credentials, cache, signal } = request;
      const asked = { method: 'GET', headers, redirect, credentials, cache, signal } as const;
      return real(url.replace(id, other), asked);
    });
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'unknown', values: { last_name: mine } });
  });

  test('a value that landed in the service’s own form is not sent a second time', async () => {
    const synced = await syncedLaptop({ mode });
    const { laptop, line, id } = synced;
    laptop.edit(id, 'remote_id', '88');
    line.next('PUT', lostAnswer);
    await laptop.round();
    await rounds(synced, 3);
    expect(laptop.record(id).state).toBe('clean');
    expect(line.sent('PUT')).toHaveLength(1);
  });
});
