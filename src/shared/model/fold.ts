const MARKS = /\p{M}+/gu;

/** Letters that carry a stroke or are joined, which Unicode does not take apart. */
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
  '’': "'",
};
const LETTER = /[øłđðþßæœı’]/gu;

const PLAIN = /^\p{ASCII}*$/u;

/** Whether a text folds letter by letter, as nearly every e-mail does, and most names. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** Folds case, accents and stroked letters away, so that `Nygard` finds `Nygård` and `Lukasz` finds `Łukasz`. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
