import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, parseReference, sameMeaning } from '#shared/model/field.ts';
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
  ['Οδυσσέας', 'οδυσσεασ'],
  ['ΟΔΥΣ', 'οδυσ'],
  ['Kaʻahumanu', "ka'ahumanu"],
  ['Saint\u2011Exupéry', 'saint-exupery'],
  ['Ng‘ang’a – Okafor', "ng'ang'a - okafor"],
  ['בן־גוריון', 'בן-גוריון'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('a part of a text is found in it, typed in capitals, in small letters or as it is', () => {
  const letter = fc.constantFrom(...Array.from('aAàßẞİıłØþŒσςΣέΑйЁġ’ʻ-‑־ñ김ก็ﬁǅẙ '));
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 12 }), fc.nat(12), fc.nat(6), (letters, from, length) => {
      const part = letters.slice(from, from + length).join('');
      const whole = fold(letters.join(''));
      for (const typed of [part, part.toUpperCase(), part.toLowerCase()])
        expect(whole).toContain(fold(typed));
    }),
    { numRuns: 2000 },
  );
});

describe('an SSO GUID that was typed', () => {
  test.each([
    ['a number stays a number', '89', 88, 89],
    ['a text of digits stays text', '89', '88', '89'],
    ['digits in an empty field are text', '89', null, '89'],
    ['a number too large to be exact becomes text', '9007199254740993', 88, '9007199254740993'],
    ['the largest exact number', '9007199254740991', 88, 9007199254740991],
    ['leading zeros would be lost', '007', 88, '007'],
    ['minus nothing is not a number', '-0', 88, '-0'],
    ['a blank is kept as typed', ' 89', 88, ' 89'],
    ['letters', '6d0c3b9e', 88, '6d0c3b9e'],
    ['emptied', '', 88, null],
  ])('%s', (_case, text, seen, value) => {
    expect(parseReference(text, seen)).toBe(value);
  });
});
