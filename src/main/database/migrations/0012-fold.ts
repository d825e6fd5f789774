/** What a folded text has instead of some letters from now on; kept here as it was when this migration was written. */
const FOLDED = {
  ς: 'σ',
  '‘': "''",
  ʻ: "''",
  ʼ: "''",
  '\u2010': '-',
  '\u2012': '-',
  '–': '-',
  '—': '-',
  '\u2212': '-',
  '\u05be': '-',
} as const;

const folded = (column: string): string =>
  Object.entries(FOLDED).reduce((sql, [letter, by]) => `replace(${sql}, '${letter}', '${by}')`, column);

/**
 * Folds in the records that are here what is folded of new ones: search and order go by the same text. Few have any of these
 * letters; they are looked for in an index that has the searched text, which is a fraction of what the records are.
 */
export const foldMore = `
UPDATE records SET label = ${folded('label')}, search_text = ${folded('search_text')}
WHERE rowid IN (
  SELECT rowid FROM records INDEXED BY records_by_first_name
  WHERE search_text GLOB '*[${Object.keys(FOLDED).join('')}]*'
);
`;
