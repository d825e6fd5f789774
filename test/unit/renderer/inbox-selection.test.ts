import { expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import type { InboxGroup } from '#shared/model/inbox.ts';
import {
  groupToggled,
  isGroupSelected,
  isSelected,
  noSelection,
  scopeOf,
  selectedCount,
  toggled,
  wholeInbox,
  withMembers,
} from '../../../src/renderer/decisions/inbox-selection.ts';

const member = (id: string, group = 'email') => ({ id: RecordId.parse(id), group });
const email: InboxGroup = { kind: 'group', key: 'email', field: 'email', pair: undefined, records: 3 };

test('a record that is taken out of a whole group leaves the others selected', () => {
  const selection = toggled(groupToggled(noSelection, email), member('a'));
  expect(isSelected(selection, member('a'))).toBe(false);
  expect(isSelected(selection, member('b'))).toBe(true);
  expect(isGroupSelected(selection, 'email')).toBe(false);
  expect(selectedCount(selection, 10)).toBe(2);
});

test('a group that misses one is whole again when it is chosen', () => {
  const missing = toggled(groupToggled(noSelection, email), member('a'));
  expect(selectedCount(groupToggled(missing, email), 10)).toBe(3);
});

test('a record counts once, however often it is added', () => {
  const selection = withMembers(noSelection, [member('a'), member('b')]);
  const again = withMembers(selection, [member('b'), member('c')]);
  expect(selectedCount(again, 10)).toBe(3);
  expect(selectedCount(groupToggled(again, email), 10)).toBe(3);
});

test('everything but one is told to the main process as such, whatever its size', () => {
  const selection = toggled(wholeInbox, member('a'));
  expect(selectedCount(selection, 5000)).toBe(4999);
  expect(scopeOf('field', selection)).toEqual({
    grouping: 'field',
    isAll: true,
    groups: [],
    more: [],
    less: [member('a')],
  });
  expect(isSelected(toggled(selection, member('a')), member('a'))).toBe(true);
});
