import { expect, test } from 'vitest';
import { precisionOf, shiftToken } from '../../../../src/main/sync/token-form.ts';

test('tokens are as precise as the finest of them', () => {
  expect(precisionOf(['2026-11-20T10:00:00Z'])).toBe('seconds');
  expect(precisionOf(['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.12Z'])).toBe('milliseconds');
  expect(precisionOf(['2026-11-20T10:00:00.123456+01:00'])).toBe('finer');
  expect(precisionOf(['W/"17"', '2026-11-20T10:00:00Z'])).toBe('opaque');
});

test('a token is moved in its own form, to the last digit', () => {
  expect(shiftToken('2026-11-20T10:00:00Z', 1000)).toBe('2026-11-20T09:59:59Z');
  expect(shiftToken('2026-11-20T10:00:00.000Z', 1)).toBe('2026-11-20T09:59:59.999Z');
  expect(shiftToken('2026-11-20T10:00:00.123456Z', 10)).toBe('2026-11-20T10:00:00.113456Z');
});

test('a token that is no time in UTC is left alone', () => {
  expect(shiftToken('17', 1)).toBeUndefined();
  expect(shiftToken('2026-11-20T10:00:00+01:00', 1)).toBeUndefined();
});
