import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, graphemes, type DiffPiece } from '../../../src/renderer/ui/difference.ts';

const written = (before: string, after: string): string =>
  difference(before, after)
    .pieces.map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'inserted' ? `+${text}+` : `-${text}-`,
    )
    .join('');

const side = (pieces: readonly DiffPiece[], gone: DiffPiece['kind']): string =>
  pieces
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  test('marks what was put in', () => {
    expect(written('o.nygard@fjord.example', 'oystein.nygard.hauge@fjord.example')).toBe(
      'o+ystein+.nygard+.hauge+@fjord.example',
    );
  });

  test('marks what was taken out and put in', () => {
    expect(written('o.nygard@fjord.example', 'nygard@fjord-office.example')).toBe(
      '-o.-nygard@fjord+-office+.example',
    );
  });

  test('takes letters as a reader sees them: an accent is never cut from its letter', () => {
    const family = '👨‍👩‍👧';
    expect(graphemes(`e\u0301${family}`)).toHaveLength(2);
    expect(written('e\u0301', 'e')).toBe('-e\u0301-+e+');
  });

  test('leaves no single letter standing between two changes by chance', () => {
    expect(written('abcde-tail-tail', 'xyczw-tail-tail')).toBe('-abcde-+xyczw+-tail-tail');
  });

  test('says that less than half stayed', () => {
    expect(difference('Maria', 'Johannes').isRewritten).toBe(true);
    expect(difference('Becker', 'Becker-Løvås').isRewritten).toBe(false);
  });

  test('is nothing between equal texts', () => {
    expect(difference('same', 'same').pieces).toEqual([{ kind: 'same', text: 'same' }]);
    expect(difference('', '').pieces).toEqual([]);
  });

  test('stays quick with texts of ten thousand letters', () => {
    const { pieces } = difference(`x${'a'.repeat(9999)}`, `${'b'.repeat(9999)}y`);
    expect(side(pieces, 'removed')).toBe(`${'b'.repeat(9999)}y`);
  });

  test('holds both texts whole, whatever they are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { pieces } = difference(before, after);
        expect(side(pieces, 'inserted')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
      }),
    );
  });
});
