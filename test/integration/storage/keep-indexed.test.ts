import { expect, test } from 'vitest';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { keepIndexed } from '../../../src/main/storage/keep-indexed.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const waiting = (db: WritableDb): number =>
  (db.get('SELECT count(*) AS waiting FROM unindexed') as { waiting: number }).waiting;

async function pass(clock: VirtualClock, ms: number): Promise<void> {
  clock.pass(ms);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('the search index follows in steps while nothing is written, and not at all once the copy is closed', async () => {
  const db = openTestCopy();
  for (let place = 0; place < 100; place += 1) syncedRecord(db, { last_name: `Person ${String(place)}` });
  const clock = new VirtualClock();
  const closing = new AbortController();
  const keeper = keepIndexed({ db, clock, signal: closing.signal });
  await pass(clock, 400);
  keeper.changed();
  await pass(clock, 400);
  expect(waiting(db)).toBe(100);
  await pass(clock, 100);
  const first = waiting(db);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(100);
  while (clock.next !== undefined) await pass(clock, clock.next);
  expect(waiting(db)).toBe(0);
  syncedRecord(db, { last_name: 'Late' });
  keeper.changed();
  await pass(clock, 0);
  await pass(clock, 1000);
  expect(waiting(db)).toBe(0);
  closing.abort();
  await keeper.ended;
  syncedRecord(db, { last_name: 'Too late' });
  keeper.changed();
  await pass(clock, 1000);
  expect(waiting(db)).toBe(1);
});
