import type { Reading, TableHead } from '#shared/model/import.ts';
import type { FileFault } from '#shared/model/transfer.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { guessColumns, guessMatch } from './guess-columns.ts';
import {
  decode,
  encodingOf,
  readMarked,
  rowsOf,
  separatorOf,
  type Decoded,
  type FileMark,
  type TableRow,
} from './read-table.ts';

const SHOWN_ROWS = 5;
const SHOWN_LETTERS = 200;
const MOST_COLUMNS = 200;
/** Rows that say how many columns a table without names has. */
const MEASURED_ROWS = 100;

/** A table that was read: how, and its rows without the names of its columns. */
export type Table = {
  /** Whether some of its bytes are no letters in this encoding. */
  readonly isLossy: boolean;
  readonly reading: Reading;
  readonly titles: readonly string[];
  readonly rows: readonly TableRow[];
};

/**
 * Reads a table; how it is written is found out where nobody says. Fails where the file is another one by now, no text, or
 * too large.
 */
export function readTable(mark: FileMark, wanted: Reading | undefined): Result<Table, FileFault> {
  const bytes = readMarked(mark);
  if (!bytes.ok) return bytes;
  const found = encodingOf(bytes.value);
  if (found === undefined) return fail('not-text');
  return readText(decode(bytes.value, wanted?.encoding ?? found), { encoding: found, ...wanted });
}

type Wanted = Pick<Reading, 'encoding'> & Partial<Reading>;

function readText({ text, isLossy }: Decoded, wanted: Wanted): Result<Table, FileFault> {
  const { encoding, separator = separatorOf(text) } = wanted;
  const rows = rowsOf(text, { separator });
  if (!rows.ok) return rows;
  const [first] = rows.value;
  if (!first) return fail('empty');
  const { hasHead = looksLikeHead(first.cells) } = wanted;
  return succeed({ isLossy, reading: { encoding, separator, hasHead }, ...headed(rows.value, hasHead) });
}

function headed(rows: readonly TableRow[], hasHead: boolean): Pick<Table, 'titles' | 'rows'> {
  const measured = rows.slice(0, hasHead ? 1 : MEASURED_ROWS);
  const width = Math.min(MOST_COLUMNS, Math.max(...measured.map(({ cells }) => cells.length)));
  const titles = Array.from({ length: width }, (_, at) => (hasHead ? (rows[0]?.cells[at] ?? '') : ''));
  return { titles, rows: hasHead ? rows.slice(1) : rows };
}

/** Names of columns are not addresses or numbers, and one of them is known. */
const looksLikeHead = (cells: readonly string[]): boolean =>
  guessColumns(cells).some((target) => target !== null) || cells.every((cell) => /^[^@\d]+$/u.test(cell));

const short = (text: string): string =>
  text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text;

/** Reads how a table begins, and guesses what its columns are. */
export function readTableHead(mark: FileMark, wanted: Reading | undefined): Result<TableHead, FileFault> {
  const table = readTable(mark, wanted);
  if (!table.ok) return table;
  const { reading, titles, rows } = table.value;
  const columns = guessColumns(titles);
  return succeed({
    reading,
    rows: rows.length,
    titles: titles.map(short),
    sample: rows.slice(0, SHOWN_ROWS).map(({ cells }) => titles.map((_, at) => short(cells[at] ?? ''))),
    columns,
    match: guessMatch(columns),
  });
}
