import { describe, expect, test } from 'vitest';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { after, lostAnswer } from '../../support/faults.ts';
import { knowsItsIdsAreKept, syncedLaptop } from '../../support/synced-laptop.ts';

describe.each(MODE_NAMES)('step 5, Push, of a create that lands late, in %s mode', (mode) => {
  test('under a newer try, the newer value is not given up for a colleague’s', async () => {
    const { world, laptop, line } = await syncedLaptop({ mode });
    const id = laptop.create({ first_name: 'First try' });
    knowsItsIdsAreKept(laptop);
    const late: (() => Promise<unknown>)[] = [];
    line.next('POST', (url, request, real) => {
      late.push(() => real(url, { ...request, signal: new AbortController().signal }));
      return Promise.reject(new TypeError('fetch failed'));
    });
    await laptop.round();
    laptop.edit(id, 'first_name', 'Second try');
    line.next(
      'POST',
      after(async () => {
        for (const land of late) await land();
        await world.colleague.edit(id, { first_name: 'Colleague' });
      }),
    );
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({
      state: 'conflict',
      openDecisions: ['first_name'],
      values: { first_name: 'Second try' },
    });
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Colleague' });
  });

  test('whose answer was lost, a field that was empty in it and was filled since is asked about', async () => {
    const { world, laptop, line } = await syncedLaptop({ mode });
    const id = laptop.create({ first_name: 'Ingrid' });
    line.next('POST', lostAnswer);
    await laptop.round();
    laptop.edit(id, 'last_name', 'Sæther');
    await world.colleague.edit(id, { last_name: 'Colleague' });
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({
      state: 'conflict',
      openDecisions: ['last_name'],
      values: { last_name: 'Sæther' },
    });
  });
});
