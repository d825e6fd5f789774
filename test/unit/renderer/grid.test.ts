import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { rowAfterKey } from '../../../src/renderer/ui/list/grid-keys.ts';
import { hiddenHitOf } from '../../../src/renderer/key-accounts/hidden-hit.ts';
import { seedOf } from '../../../src/renderer/key-accounts/seed.ts';
import { daysAgo, sinceStart, startOfDay } from '../../../src/renderer/ui/list/since.ts';
import { windowsOf, windowsOnTheWay } from '../../../src/renderer/ui/list/windows.ts';
import { sameValue } from '../../../src/renderer/ui/same-value.ts';

describe('the windows ahead of a scroll', () => {
  const at = (start: number): { start: number; end: number } => ({ start, end: start + 20 });

  test.each([
    ['down', 1000, 1030, [12, 13, 14]],
    ['up', 1000, 970, [8, 7, 6]],
    ['up, to the top', 130, 100, []],
    ['at rest', 1000, 1000, []],
    ['after a jump', 0, 50_000, []],
  ])('%s', (_where, from, to, windows) => {
    expect(windowsOnTheWay(at(from), at(to))).toEqual(windows);
  });
});

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

describe('a hit of the search', () => {
  const row: RecordRow = {
    id: RecordId.parse('r1'),
    values: { first_name: 'Zoë', last_name: 'Nygård', email: 'zoe@fjord.example', remote_id: 'ab-12' },
    state: 'clean',
    isNew: false,
    updatedAt: undefined,
    createdAt: undefined,
  };

  test.each([
    ['in a column that is shown', 'fjord', ['name', 'email'], undefined],
    ['in the name', 'nygard', ['name'], undefined],
    ['in no column', 'nobody', ['name'], undefined],
    ['in the GUID, which is not shown', 'AB-1', ['name', 'email'], ['ab-12', 'email']],
    ['in the e-mail, which is not shown', 'fjord', ['remote_id', 'name'], ['zoe@fjord.example', 'name']],
  ] as const)('%s', (_where, search, columns, hidden) => {
    const hit = hiddenHitOf(row, search, columns);
    expect(hit && [hit.text, hit.at]).toEqual(hidden);
  });
});

describe('since when a view asks for changes', () => {
  const now = new Date('2026-11-22T10:00');

  test('is counted back from the day on which it is shown', () => {
    expect(sinceStart({ kind: 'days', days: 7 }, now)).toBe(new Date('2026-11-15T00:00').toISOString());
    const from = '2026-11-01T00:00:00.000Z';
    expect(sinceStart({ kind: 'day', from }, now)).toBe(from);
  });
});

test('two values are the same when they are written the same, whatever the order of their parts', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const written = (value: unknown): string =>
        JSON.stringify(value, (_key, part: unknown) =>
          typeof part === 'object' && part !== null && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
            : part,
        );
      expect(sameValue(one, structuredClone(one))).toBe(true);
      expect(sameValue(one, other)).toBe(written(one) === written(other));
    }),
  );
});
