import { describe, expect, test } from 'vitest';
import type { FieldValue, Values } from '#shared/model/field.ts';
import { merge } from '#shared/sync/merge.ts';

const fields = { name: 'text', mail: 'email' } as const;
const mergeName = (
  base: FieldValue,
  local: FieldValue,
  remote: FieldValue,
  attempts: readonly Values[] = [],
) =>
  merge(fields, {
    base: { name: base, mail: null },
    local: { name: local, mail: null },
    remote: { name: remote, mail: null },
    attempts,
  });

describe('the nine cases of one field', () => {
  test.each([
    ['nothing changed', 'a', 'a', 'a', 'a'],
    ['changed here', 'a', 'b', 'a', 'b'],
    ['changed there', 'a', 'a', 'b', 'b'],
    ['changed to the same', 'a', 'b', 'b', 'b'],
    ['cleared here', 'a', null, 'a', null],
    ['cleared there', 'a', 'a', null, null],
    ['cleared on both sides', 'a', null, null, null],
    ['filled here', null, 'b', null, 'b'],
    ['filled there', null, null, 'b', 'b'],
  ])('%s', (_case, base, local, remote, result) => {
    const merged = mergeName(base, local, remote);
    expect(merged.conflicts).toEqual([]);
    expect(merged.local['name']).toBe(result);
  });

  test('changed to different values keeps the local one and asks', () => {
    const merged = mergeName('a', 'b', 'c');
    expect(merged.local['name']).toBe('b');
    expect(merged.conflicts).toEqual([{ field: 'name', base: 'a', local: 'b', remote: 'c' }]);
  });
});

describe('payloads of our own that may have landed', () => {
  test('a value of ours that landed is no colleague’s change', () => {
    expect(mergeName('a', 'b', 'b', [{ name: 'b' }]).conflicts).toEqual([]);
  });

  test('a person who put the old value back meanwhile wins over their own landed value', () => {
    const merged = mergeName('a', 'a', 'b', [{ name: 'b' }]);
    expect(merged.local['name']).toBe('a');
    expect(merged.kept).toEqual(['name']);
  });

  test('an older payload of ours that landed late does not ask about the newer edit', () => {
    const merged = mergeName('a', 'd', 'b', [{ name: 'b' }, { name: 'c' }]);
    expect(merged.local['name']).toBe('d');
    expect(merged.conflicts).toEqual([]);
  });

  test('a payload says nothing about a field that it did not carry', () => {
    expect(mergeName('a', 'b', 'c', [{ mail: 'c' }]).conflicts).toHaveLength(1);
  });
});

describe('values that mean the same', () => {
  test('a service that trims and lower-cases is not told apart from one that does nothing', () => {
    const merged = merge(fields, {
      base: { name: 'Ana', mail: 'Ana@X.example' },
      local: { name: 'Ana', mail: 'Ana@X.example' },
      remote: { name: 'Ana ', mail: 'ana@x.example' },
      attempts: [],
    });
    expect(merged.taken).toEqual([]);
    expect(merged.local).toEqual({ name: 'Ana ', mail: 'ana@x.example' });
  });

  test('an edit of the capitals alone waits to be sent', () => {
    expect(mergeName('ana', 'ana ', 'ana').local['name']).toBe('ana ');
  });
});
