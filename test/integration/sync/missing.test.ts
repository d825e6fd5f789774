import { describe, expect, test } from 'vitest';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { readState } from '../../../src/main/database/sync-state.ts';
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
    expect(readState(laptop.db, 'vanished')).toBe(10);
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
