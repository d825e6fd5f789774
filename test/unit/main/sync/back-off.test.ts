import { expect, test } from 'vitest';
import { backOff } from '../../../../src/main/sync/back-off.ts';
import { Holds } from '../../../../src/main/sync/holds.ts';
import { newRecordId } from '../../../support/device.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';

test('doubles from two seconds to five minutes, with full jitter', () => {
  const longest = Array.from({ length: 10 }, (_, index) => backOff(index + 1, () => 1));
  expect(longest).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000));
  expect(backOff(5, () => 0.5)).toBe(16_000);
});

test('never waits less than a moment, nor less than the service asked for', () => {
  expect(backOff(1, () => 0)).toBe(250);
  expect(backOff(1, () => 0, 30_000)).toBe(30_000);
});

test('a record is held by the monotonic clock and counts its tries', () => {
  const clock = new VirtualClock();
  const holds = new Holds(clock);
  const id = newRecordId();
  holds.hold(id, 1000, 'failing');
  holds.hold(id, 3000, 'failing');
  expect(holds.triesOf(id)).toBe(2);
  expect(holds.nextAmong([id])).toBe(3000);
  clock.pass(2999);
  expect(holds.isHeld(id)).toBe(true);
  clock.pass(1);
  expect(holds.isHeld(id)).toBe(false);
  holds.release(id);
  expect(holds.triesOf(id)).toBe(0);
});

test('nobody is next where nothing is due', () => {
  expect(new Holds(new VirtualClock()).nextAmong([])).toBeUndefined();
});
