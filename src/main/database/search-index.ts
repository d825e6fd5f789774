import type { ReadableDb, WritableDb } from './handle.ts';

/** Letters of one piece of text in the index. */
const LETTERS = 3;

/** From so many records on, reading every searched text is quicker than looking at those that an index names. */
const MANY = 8000;

/** From so many on, the first of them are met sooner along the order of a list. */
const BROAD = 3000;

/** How the index narrows a search: a question to it, and what is to be read besides, since it does not know it yet. */
export type Narrowed = { readonly sql: string; readonly match: string; readonly isBroad: boolean };

/**
 * Answers which records may have every word, as rowids by SQL with the parameter `match`; `undefined` where the index is
 * of no use: for words that are too short or in too many records, and while it is far behind.
 */
export function narrowByIndex(db: ReadableDb, words: readonly string[]): Narrowed | undefined {
  const match = piecesOf(words)
    .map((piece) => `"${piece.replaceAll('"', '""')}"`)
    .join(' AND ');
  if (match === '' || isLonger(db, 'SELECT 1 FROM unindexed', { than: MANY })) return undefined;
  const named = 'FROM record_trigrams WHERE record_trigrams MATCH :match';
  const isBroad = isLonger(db, `SELECT 1 ${named}`, { match, than: BROAD });
  if (isBroad && isLonger(db, `SELECT 1 ${named}`, { match, than: MANY })) return undefined;
  return { sql: `SELECT rowid ${named} UNION ALL SELECT record FROM unindexed`, match, isBroad };
}

type Length = { readonly match?: string; readonly than: number };

const isLonger = (db: ReadableDb, sql: string, length: Length): boolean =>
  db.get(`${sql} LIMIT 1 OFFSET :than`, { ...length }) !== undefined;

/** The pieces of words that the index can be asked for: together they cover every word that is long enough. */
function piecesOf(words: readonly string[]): string[] {
  // Where SQLite takes a text to pieces, a NUL would end it.
  return words
    .filter((word) => !word.includes('\0'))
    .flatMap((word) => {
      const letters = Array.from(word);
      const last = letters.length - LETTERS;
      if (last < 0) return [];
      const starts = Array.from({ length: Math.ceil(last / LETTERS) }, (_, place) => place * LETTERS);
      return [...starts, last].map((at) => letters.slice(at, at + LETTERS).join(''));
    });
}

/** Brings the index in line with at most so many records; answers how many it were. */
export function indexSome(db: WritableDb, most: number): number {
  return db.transaction(() => {
    const waiting = db.all(
      `SELECT u.record, replace(r.search_text, char(0), char(10)) AS text
       FROM unindexed u LEFT JOIN records r ON r.rowid = u.record ORDER BY u.record LIMIT :most`,
      { most },
    ) as { record: number; text: string | null }[];
    for (const { record, text } of waiting) {
      if (text === null) db.run('DELETE FROM record_trigrams WHERE rowid = :record', { record });
      else
        db.run('INSERT OR REPLACE INTO record_trigrams (rowid, text) VALUES (:record, :text)', {
          record,
          text,
        });
      db.run('DELETE FROM unindexed WHERE record = :record', { record });
    }
    return waiting.length;
  });
}
