import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import type { ListTerms } from '../../../src/renderer/api/key-accounts.ts';
import {
  allOf,
  isNothing,
  isSelected,
  isTellable,
  narrowingOf,
  noSelection,
  scopeOf,
  withIds,
  withoutId,
  type ListSelection,
} from '../../../src/renderer/key-accounts/list-selection.ts';

const terms: ListTerms = { search: '', filters: [], sort: { by: 'name', direction: 'ascending' } };
const id = (n: number): RecordId => RecordId.parse(`record-${String(n)}`);
const nobody: ReadonlySet<RecordId> = new Set();
const isOn = (selection: ListSelection, n: number): boolean =>
  isSelected(selection, id(n), { list: narrowingOf(terms), among: nobody });

test('all of a list but one is told by that one, whatever the length of the list', () => {
  const selection = withoutId(allOf(terms), id(3));
  expect(scopeOf(selection)).toEqual({ all: { search: '', filters: [] }, more: [], less: [id(3)] });
  expect([isOn(selection, 2), isOn(selection, 3)]).toEqual([true, false]);
});

test('the order of a list does not matter for what is selected in it', () => {
  const list = narrowingOf({ ...terms, filters: ['waiting', 'primary'] });
  const selection = allOf({ ...terms, filters: ['primary', 'waiting'] });
  expect(isSelected(selection, id(1), { list, among: nobody })).toBe(true);
});

test('in another list only the records that the main process names are selected', () => {
  const selection = allOf(terms);
  const list = narrowingOf({ ...terms, search: 'berg' });
  expect(isSelected(selection, id(1), { list, among: nobody })).toBe(false);
  expect(isSelected(selection, id(1), { list, among: new Set([id(1)]) })).toBe(true);
  const without = withoutId(selection, id(1));
  expect(isSelected(without, id(1), { list, among: new Set([id(1)]) })).toBe(false);
});

test('nothing is nothing again when the last one is let go', () => {
  const one = withIds(noSelection, [id(1)]);
  expect(isNothing(one)).toBe(false);
  expect(withoutId(one, id(1))).toEqual(noSelection);
  expect(isNothing(withoutId(one, id(1)))).toBe(true);
});

test('more than the main process takes by name is noticed', () => {
  const many = Array.from({ length: 5001 }, (_, n) => id(n));
  expect(isTellable(withIds(noSelection, many.slice(1)))).toBe(true);
  expect(isTellable(withIds(noSelection, many))).toBe(false);
});

const step = fc.oneof(
  fc.record({ does: fc.constant('add' as const), which: fc.array(fc.nat(9), { maxLength: 4 }) }),
  fc.record({ does: fc.constant('remove' as const), which: fc.array(fc.nat(9), { maxLength: 1 }) }),
  fc.record({ does: fc.constant('all' as const), which: fc.constant([]) }),
);

test('whatever is added and let go: a row is selected as in a plain set', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let selection = noSelection;
      let plain = new Set<number>();
      for (const { does, which } of steps) {
        if (does === 'all') {
          selection = allOf(terms);
          plain = new Set(Array.from({ length: 10 }, (_, n) => n));
        } else if (does === 'add') {
          selection = withIds(selection, which.map(id));
          for (const n of which) plain.add(n);
        } else {
          for (const n of which) {
            selection = withoutId(selection, id(n));
            plain.delete(n);
          }
        }
        for (let n = 0; n < 10; n += 1) expect(isOn(selection, n)).toBe(plain.has(n));
      }
    }),
  );
});
