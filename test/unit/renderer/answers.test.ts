import { describe, expect, test } from 'vitest';
import type { Choice, ConflictField, Decision } from '#shared/model/decision.ts';
import { RecordId } from '#shared/model/ids.ts';
import {
  chosenValue,
  neighbour,
  nextUndecided,
  resultLines,
  undecided,
} from '../../../src/renderer/decisions/answers.ts';

const field = (name: string, choice?: Choice): ConflictField => ({
  field: name,
  base: 'before',
  local: 'mine',
  remote: 'theirs',
  choice,
  localAt: undefined,
  remoteAt: undefined,
});

const decision = (...fields: readonly ConflictField[]): Decision => ({
  id: RecordId.parse('a'),
  label: 'Ana',
  version: 1,
  values: { first_name: 'Ana' },
  createdAt: undefined,
  updatedAt: undefined,
  detectedAt: '2026-11-21T10:00:00Z',
  fields,
});

const yours: Choice = { side: 'yours' };

describe('the answers of a decision', () => {
  test('go on to the next field without an answer, from the start again after the last', () => {
    const open = decision(field('a'), field('b', yours), field('c'));
    expect(nextUndecided(open, 'a')).toBe('c');
    expect(nextUndecided(open, 'c')).toBe('a');
    expect(nextUndecided(decision(field('a'), field('b', yours)), 'a')).toBeUndefined();
    expect(nextUndecided(decision(field('a', yours)), 'a')).toBeUndefined();
  });

  test('are walked through by the arrows, to the ends', () => {
    const open = decision(field('a'), field('b'));
    expect(neighbour(open, 'a', 1)).toBe('b');
    expect(neighbour(open, 'b', 1)).toBe('b');
    expect(neighbour(open, undefined, -1)).toBe('b');
    expect(neighbour(open, undefined, 1)).toBe('a');
  });

  test('mean a value each', () => {
    expect(chosenValue(field('a'), yours)).toBe('mine');
    expect(chosenValue(field('a'), { side: 'server' })).toBe('theirs');
    expect(chosenValue(field('a'), { side: 'other', value: null })).toBeNull();
  });

  test('make the resulting record, with what is open still open', () => {
    const open = decision(field('email', { side: 'server' }), field('primary'));
    expect(resultLines(open, ['first_name', 'email', 'primary'])).toEqual([
      { field: 'first_name', value: 'Ana', from: undefined },
      { field: 'email', value: 'theirs', from: 'server' },
      { field: 'primary', value: null, from: 'open' },
    ]);
    expect(undecided(open).map((one) => one.field)).toEqual(['primary']);
  });
});
