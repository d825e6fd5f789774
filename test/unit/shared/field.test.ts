import { describe, expect, test } from 'vitest';
import { changedFields, sameMeaning } from '#shared/model/field.ts';
import { fold } from '#shared/model/fold.ts';

describe('values that mean the same', () => {
  test.each([
    ['text', 'Ana ', 'Ana', true],
    ['text', '', null, true],
    ['text', 'Zoe\u0308', 'Zoë', true],
    ['text', 'Ana', 'ana', false],
    ['email', 'A@X.example', 'a@x.example', true],
    ['flag', 'true', true, true],
    ['flag', false, null, false],
    ['reference', 88, '88', true],
    ['reference', '088', 88, false],
    ['opaque', 'week 45', 'week 45 ', false],
    ['opaque', '', null, false],
  ] as const)('%s: %j and %j', (kind, a, b, same) => {
    expect(sameMeaning(kind, a, b)).toBe(same);
  });
});

test('an edit of the form alone is still an edit', () => {
  expect(changedFields({ name: 'text' }, { name: 'ana' }, { name: 'Ana' })).toEqual(['name']);
});

test.each([
  ['Nygård-Hauge', 'nygard-hauge'],
  ['Łukasz Wiśniewski', 'lukasz wisniewski'],
  ['Øystein', 'oystein'],
  ['Þórdís', 'thordis'],
  ['Straße', 'strasse'],
  ['d’Aubigné', "d'aubigne"],
  ['ОЛЬГА', 'ольга'],
  ['İstanbul', 'istanbul'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
