import { expect, test } from 'vitest';
import { FaultyLine } from '../../support/faults.ts';
import { startWorld } from '../../support/world.ts';

test('step 1, Recover: a request that a crash left open is of unknown outcome and is asked after', async () => {
  const world = await startWorld();
  const line = new FaultyLine();
  const laptop = world.device(line.transport);
  await laptop.round();
  const id = await world.first();
  laptop.edit(id, 'first_name', 'Maryanna');
  // The process ends while the request is open: its answer never reaches the engine.
  const never = new Promise<Response>(() => undefined);
  await new Promise<void>((left) => {
    line.next('PUT', async (url, request, real) => {
      await real(url, { ...request, signal: new AbortController().signal });
      left();
      return never;
    });
    void laptop.round();
  });
  expect(laptop.record(id).state).toBe('sending');
  laptop.restart();
  world.clock.pass(3000);
  await laptop.round();
  expect(laptop.record(id).state).toBe('clean');
  expect(line.sent('PUT')).toHaveLength(1);
  expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Maryanna' });
});
