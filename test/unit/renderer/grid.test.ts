import { describe, expect, test } from 'vitest';
import { rowAfterKey } from '../../../src/renderer/key-accounts/grid-keys.ts';
import { seedOf } from '../../../src/renderer/key-accounts/seed.ts';
import { daysAgo, startOfDay } from '../../../src/renderer/key-accounts/since.ts';
import { windowsOf } from '../../../src/renderer/key-accounts/windows.ts';

describe('the keys of the list', () => {
  const middle = { index: 50, total: 100, page: 20 };

  test.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 69],
    ['PageUp', 31],
    ['Home', 0],
    ['End', 99],
    ['KeyA', undefined],
  ])('%s', (code, index) => {
    expect(rowAfterKey(code, middle)).toBe(index);
  });

  test('stop at the ends', () => {
    expect(rowAfterKey('ArrowUp', { ...middle, index: 0 })).toBe(0);
    expect(rowAfterKey('PageDown', { ...middle, index: 95 })).toBe(99);
  });

  test('begin at the first row', () => {
    expect(rowAfterKey('ArrowDown', { ...middle, index: undefined })).toBe(0);
    expect(rowAfterKey('ArrowDown', { index: undefined, total: 0, page: 20 })).toBeUndefined();
  });
});

describe('the windows of a range', () => {
  test.each([
    ['the start needs the first only', 0, 20, []],
    ['the next one is fetched before it is reached', 30, 55, [1]],
    ['a place far down', 12_450, 12_481, [124, 125]],
    ['across two windows', 380, 420, [3, 4]],
  ])('%s', (_case, start, end, windows) => {
    expect(windowsOf({ start, end })).toEqual(windows);
  });
});

describe('a search that found nothing', () => {
  test.each([
    ['hansen oslo', { first_name: 'hansen', last_name: 'oslo' }],
    ['Ana Lúcia Ferreira', { first_name: 'Ana Lúcia', last_name: 'Ferreira' }],
    ['  Ana ', { first_name: 'Ana' }],
    ['ana@sul.example', { email: 'ana@sul.example' }],
  ])('%s', (search, values) => {
    expect(seedOf(search)).toEqual(values);
  });
});

describe('since when', () => {
  test('a day begins at its midnight here', () => {
    expect(daysAgo(1, new Date(2026, 2, 1, 14))).toBe(new Date(2026, 1, 28).toISOString());
    expect(startOfDay('2026-11-01')).toBe(new Date(2026, 10, 1).toISOString());
  });

  test('what is no day is none', () => {
    expect(startOfDay('')).toBeUndefined();
    expect(startOfDay('2026-13-40')).toBeUndefined();
  });
});
