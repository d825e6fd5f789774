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

/** Folds case, accents and stroked letters away, so that `Nygard` finds `Nygård` and `Lukasz` finds `Łukasz`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
