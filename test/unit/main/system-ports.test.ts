import { expect, test } from 'vitest';
import { systemClock, systemPorts } from '../../../src/main/system-ports.ts';
import { keptLog } from '../../support/kept-log.ts';

test('a sleep ends at once, and without an error, when it is aborted', async () => {
  const stop = new AbortController();
  const sleeping = systemClock.sleep(60_000, stop.signal);
  stop.abort();
  await sleeping;
  await systemClock.sleep(60_000, stop.signal);
});

test('a sleep lasts as long as it was told', async () => {
  const from = systemClock.monotonic();
  await systemClock.sleep(30, new AbortController().signal);
  expect(systemClock.monotonic() - from).toBeGreaterThanOrEqual(25);
});

test('random numbers are in [0, 1), ids are UUIDs', () => {
  const { random, newId } = systemPorts(keptLog());
  const numbers = Array.from({ length: 200 }, random);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(newId()).toMatch(/^[0-9a-f-]{36}$/);
});
