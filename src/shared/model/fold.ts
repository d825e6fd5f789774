const MARKS = /\p{M}+/gu;

/** Letters that Unicode does not take apart, and signs that a person types as the one that the keyboard has. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  // At the end of a word; in the middle of one, and in capitals, it is the other.
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʻ: "'",
  ʼ: "'",
  '\u2010': '-',
  '\u2012': '-',
  '–': '-',
  '—': '-',
  '\u2212': '-',
  '\u05be': '-',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

const PLAIN = /^\p{ASCII}*$/u;

/** Whether a text folds letter by letter, as nearly every e-mail does, and most names. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/**
 * Folds case, accents, stroked letters and kinds of apostrophes and hyphens away, so that `Nygard` finds `Nygård` and `Lukasz`
 * finds `Łukasz`. What it makes is kept in every copy: a change of it needs a migration.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
