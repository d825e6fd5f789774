import type { Value } from './message.ts';

// The blocks of Unicode whose letters run from right to left, and the marks that turn what follows them.
const TURNS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FORCING = /[\u202a-\u202e]/gu;
const START = '\u2068';
const END = '\u2069';

/**
 * A value as it stands in a sentence: one that runs from right to left, or has marks that turn the text, is set apart
 * (Unicode Standard Annex 9, first strong isolate), so that it turns nothing but itself; marks that force a way are left out.
 */
export const isolated = (value: Value): Value =>
  typeof value === 'string' && TURNS.test(value) ? START + value.replace(FORCING, '') + END : value;
