import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Columns, defaultColumns } from '#shared/model/columns.ts';
import { SortKey } from '#shared/model/record.ts';
import { SavedSettings, defaultSettings } from '#shared/model/settings.ts';
import {
  fittingColumns,
  movedBefore,
  tracksOf,
  withColumn,
  withWidth,
} from '../../../src/renderer/key-accounts/columns.ts';

const column = fc.constantFrom(...SortKey.options);
const shown = fc
  .shuffledSubarray([...SortKey.options])
  .map((some) => (some.includes('name') ? some : [...some, 'name' as const]));
const columns = fc.record({
  shown,
  widths: fc.dictionary(column, fc.integer({ min: 48, max: 800 })),
}) as fc.Arbitrary<Columns>;

describe('the columns of the list', () => {
  test('can be saved whatever a person did to them', () => {
    fc.assert(
      fc.property(columns, column, column, fc.double({ noNaN: true }), (given, one, other, width) => {
        const changed = [
          withWidth(given, one, width),
          withWidth(given, one, undefined),
          ...(one === 'name' ? [] : [withColumn(given, one, false)]),
          withColumn(given, one, true),
          ...(given.shown.includes(one) ? [movedBefore(given, one, undefined)] : []),
        ];
        for (const next of changed) expect(Columns.safeParse(next).success).toBe(true);
        if (one === other || !given.shown.includes(one) || !given.shown.includes(other)) return;
        const moved = movedBefore(given, one, other).shown;
        expect(moved.indexOf(one)).toBe(moved.indexOf(other) - 1);
        expect([...moved].sort()).toEqual([...given.shown].sort());
      }),
    );
  });

  test('leave what does not fit, in their order, and never the name or the state', () => {
    fc.assert(
      fc.property(shown, fc.integer({ min: 0, max: 3000 }), (given, width) => {
        const fitting = fittingColumns(given, width);
        expect(given.filter((one) => fitting.includes(one))).toEqual(fitting);
        expect(fitting).toContain('name');
        expect(fitting.includes('state')).toBe(given.includes('state'));
        expect(fittingColumns(given, width + 500).length).toBeGreaterThanOrEqual(fitting.length);
      }),
    );
  });

  test.each([
    ['in a wide window', 1060, ['name', 'email', 'remote_id', 'state', 'updated']],
    ['beside a record', 664, ['name', 'email', 'state', 'updated']],
    ['beside a record in a small window', 600, ['name', 'email', 'state', 'updated']],
    ['at 400 %', 260, ['name', 'state']],
  ])('%s are those that fit', (_where, width, fitting) => {
    expect(fittingColumns(defaultColumns.shown, width)).toEqual(fitting);
  });

  test('have a track each', () => {
    expect(tracksOf(['name', 'state'], {})).toBe('minmax(min(160px, 40%), 1fr) minmax(min(84px, 40%), 84px)');
    expect(tracksOf(['name'], { name: 200 })).toBe('minmax(min(160px, 40%), 200px)');
  });
});

describe('the settings', () => {
  const { columns: _, ...without } = defaultSettings;

  test('of an earlier version have the columns that the list always had', () => {
    expect(SavedSettings.parse(without)).toEqual(defaultSettings);
  });

  test('with columns that this version does not know keep everything else', () => {
    const newer = { ...without, density: 'compact', columns: { shown: ['name', 'shoe_size'], widths: {} } };
    expect(SavedSettings.parse(newer)).toEqual({ ...defaultSettings, density: 'compact' });
  });

  test.each([[[]], [['email']], [['name', 'email', 'email']]])('take no columns like %j', (given) => {
    expect(Columns.safeParse({ shown: given, widths: {} }).success).toBe(false);
  });
});
