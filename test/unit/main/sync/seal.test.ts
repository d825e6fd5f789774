import { expect, test } from 'vitest';
import { isSealed } from '../../../../src/main/sync/seal.ts';

const at = (text: string): number => Date.parse(text);

test.each([
  ['read in the tick it was written in', '2030-01-07T08:00:00.456Z', '2030-01-07T08:00:00Z', false],
  ['stamped in the next second', '2030-01-07T08:00:00.456Z', '2030-01-07T08:00:01Z', false],
  ['read in the second after that', '2030-01-07T08:00:00.456Z', '2030-01-07T08:00:02Z', true],
  ['whole seconds, read in the same one', '2030-01-07T08:00:00Z', '2030-01-07T08:00:00Z', false],
  ['whole seconds, read in the second after the next', '2030-01-07T08:00:00Z', '2030-01-07T08:00:02Z', true],
  ['in the future of the service', '2031-01-07T08:00:00Z', '2030-01-07T08:00:00Z', false],
  ['no time at all', '7f3a', '2030-01-07T08:00:00Z', false],
])('a token %s', (_what, token, date, sealed) => {
  expect(isSealed(token, { seenAt: at(date), serverDate: at(date), margin: 0 })).toBe(sealed);
});

test('a token that says no time is sealed when it is still the same a whole tick later', () => {
  const seenAt = at('2030-01-07T08:00:00Z');
  expect(isSealed('7f3a', { seenAt, serverDate: seenAt + 2000, margin: 0 })).toBe(false);
  expect(isSealed('7f3a', { seenAt, serverDate: seenAt + 3000, margin: 0 })).toBe(true);
});

test('without a date of the service nothing is sealed', () => {
  expect(isSealed('2020-01-07T08:00:00Z', { seenAt: undefined, serverDate: undefined, margin: 0 })).toBe(
    false,
  );
});
