import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guard, unguard } from '../../../../src/main/transfer/formula-guard.ts';

const FORMULAS = ['=cmd|calc!A1', '+49 170', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'];

test.each(FORMULAS)('%j is not the start of a formula any more', (text) => {
  expect(guard(text)).toBe(`'${text}`);
});

test.each(["'t Hooft", 'Anna', "O'Brien", '007', ' =1'])('%j stays as it is', (text) => {
  expect(guard(text)).toBe(text);
  expect(unguard(text)).toBe(text);
});

test('what was guarded comes back to the letter, whatever it is', () => {
  const edge = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', '＝'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.oneof(edge, fc.string({ unit: 'grapheme' })), (text) => {
      expect(unguard(guard(text))).toBe(text);
      expect(guard(text)).not.toMatch(/^([=+\-@\t\r\n＝＋－＠]|$)/u);
    }),
    { numRuns: 2000 },
  );
});
