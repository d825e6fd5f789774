// A spreadsheet takes these for the start of a formula, the wide forms of East Asian keyboards included.
const DANGEROUS = String.raw`[=+\-@\t\r\n＝＋－＠]`;
const NEEDS_GUARD = new RegExp(`^'*(?:${DANGEROUS}|$)`, 'u');
const HAS_GUARD = new RegExp(`^'+(?:${DANGEROUS}|$)`, 'u');

/**
 * Writes a text so that no spreadsheet runs it: an apostrophe before what would begin a formula. An empty text gets one
 * too, which tells it from a value that is not there. `unguard` takes exactly this one off again.
 */
export const guard = (text: string): string => (NEEDS_GUARD.test(text) ? `'${text}` : text);

/** Takes the apostrophe of `guard` off; every other text stays, also one that begins with an apostrophe of its own. */
export const unguard = (text: string): string => (HAS_GUARD.test(text) ? text.slice(1) : text);
