import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight, isHit } from '../../../src/renderer/ui/highlight.ts';

const marked = (text: string, search: string): string =>
  highlight(text, search)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join('');

describe('the hits of a search', () => {
  test.each([
    ['Víctor Ordóñez', 'or', 'Víct[or] [Or]dóñez'],
    ['Øystein Nygård', 'nygard', 'Øystein [Nygård]'],
    ['Øystein Nygård', 'oy', '[Øy]stein Nygård'],
    ['Łukasz', 'luk', '[Łuk]asz'],
    ['Bjo\u0308rk', 'jor', 'B[jo\u0308r]k'],
    ['Straße', 'ss', 'Stra[ß]e'],
    ['Straße', 's', '[S]tra[ß]e'],
    ['Ольга Коротко', 'КОР', 'Ольга [Кор]отко'],
    ['Οδυσσέας Ωνάσης', 'ΟΔΥΣ ασησ', '[Οδυσ]σέας Ων[άσης]'],
    ['Kaʻahumanu', "a'a", 'K[aʻa]humanu'],
    ['Anna Hansen', 'hansen anna', '[Anna] [Hansen]'],
    ['aaaaa', 'aa aaa', '[aaaa]a'],
    ['aaaa', 'aa', '[aa][aa]'],
    ['Anna', '', 'Anna'],
    ['Anna', '   ', 'Anna'],
    ['Anna', 'x', 'Anna'],
    ['', 'x', ''],
  ])('%s by %s', (text, search, result) => {
    expect(marked(text, search)).toBe(result);
  });

  test('are told from none', () => {
    expect(isHit('Nygård', 'gard')).toBe(true);
    expect(isHit('Nygård', '')).toBe(false);
    expect(isHit('Nygård', 'z')).toBe(false);
  });

  test('never change the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme', maxLength: 4 }), (name, search) => {
        const pieces = highlight(name, search);
        expect(pieces.map((piece) => piece.text).join('')).toBe(name);
      }),
    );
  });
});
