import { expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import type { Change, HistoryKind, RecordDetail } from '#shared/model/record.ts';
import { restorable } from '../../../src/renderer/ui/record/restorable.ts';

const detail = (change: Partial<RecordDetail> = {}): RecordDetail => ({
  id: RecordId.parse('r1'),
  values: { last_name: 'Now', email: 'ann@x.example', primary: true },
  state: 'clean',
  isNew: false,
  updatedAt: undefined,
  confirmedAt: undefined,
  base: {},
  createdAt: undefined,
  storedAt: undefined,
  editedAt: undefined,
  sentWithoutAnswerAt: undefined,
  attention: undefined,
  openDecisions: [],
  judgement: undefined,
  isTakenBack: false,
  possibleDuplicates: [],
  lastEdit: undefined,
  historyCount: 0,
  ...change,
});

const change = (
  after: Change['after'],
  field = 'last_name',
  before: Change['before'] = 'Before',
): Change => ({
  field,
  before,
  after,
});
const line = (changes: readonly Change[], kind: HistoryKind = 'edit') => ({ kind, changes });

test('of a line, each value that its field no longer has can be given again', () => {
  const past = change('Then');
  expect(restorable(detail(), line([past, change('ann@x.example', 'email')]))).toEqual([past]);
  expect(restorable(detail(), line([change(null)]))).toEqual([change(null)]);
});

test.each([
  ['that it has', change('Now')],
  ['that means what it has', change('Ann@X.example', 'email')],
  ['that the line left alone', change('Then', 'last_name', 'Then')],
  ['that the field cannot hold', change('perhaps', 'primary')],
  ['of a field that nobody edits', change('Then', 'created')],
])('a field is not given a value %s', (_which, one) => {
  expect(restorable(detail(), line([one]))).toEqual([]);
});

test.each(['create', 'pull', 'merge', 'decision', 'undo', 'discarded'] as const)(
  'a value came by a line of any kind that gives one: %s',
  (kind) => {
    expect(restorable(detail(), line([change('Then')], kind))).toHaveLength(1);
  },
);

test.each(['conflict', 'sent'] as const)('a line that gave no value has none to give again: %s', (kind) => {
  expect(restorable(detail(), line([change('Then')], kind))).toEqual([]);
});

test('nothing goes over an open decision, and nothing into a record that the server no longer has', () => {
  expect(restorable(detail({ openDecisions: ['last_name'] }), line([change('Then')]))).toEqual([]);
  expect(restorable(detail({ openDecisions: ['email'] }), line([change('Then')]))).toHaveLength(1);
  expect(restorable(detail({ state: 'missing' }), line([change('Then')]))).toEqual([]);
});
