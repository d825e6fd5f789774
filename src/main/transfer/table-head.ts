import type { Reading, TableHead } from '#shared/model/import.ts';
import type { FileFault } from '#shared/model/transfer.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { unguard } from './formula-guard.ts';
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
import { areVcards, readVcards, type CardTable } from './read-vcards.ts';

const SHOWN_CELLS = 3;
const SHOWN_LETTERS = 200;
const MOST_COLUMNS = 200;
/** Rows that say how many columns a table without names has. */
const MEASURED_ROWS = 100;

/** A table that was read: how, and its rows without the names of its columns; for vCards these are the fields. */
export type Table = {
  /** Whether some of its bytes are no letters in this encoding. */
  readonly isLossy: boolean;
  readonly reading: Reading;
  readonly titles: readonly string[];
  readonly rows: readonly TableRow[];
  /** What vCards say that has no field. */
  readonly others: readonly string[];
};

/**
 * Reads a table or vCards; how they are written is found out where nobody says. Fails where the file is another one by now,
 * no text, without a card, or too large.
 */
export function readTable(mark: FileMark, wanted: Reading | undefined): Result<Table, FileFault> {
  const read = readMarked(mark);
  if (!read.ok) return read;
  const bytes = read.value;
  const found = encodingOf(bytes);
  if (found === undefined) return fail('not-text');
  if (wanted?.kind === 'table') return readText(decode(bytes, wanted.encoding), wanted);
  if (wanted || areVcards(mark.path, { bytes, found })) {
    return asTable(readVcards(bytes, { found, wanted: wanted?.encoding }));
  }
  return readText(decode(bytes, found), { encoding: found });
}

function asTable(cards: Result<CardTable, FileFault>): Result<Table, FileFault> {
  if (!cards.ok) return cards;
  const { encoding, columns: titles, ...table } = cards.value;
  return succeed({ ...table, titles, reading: { kind: 'vcards', encoding } });
}

type TableReading = Extract<Reading, { kind: 'table' }>;
type Wanted = Pick<TableReading, 'encoding'> & Partial<TableReading>;

function readText({ text, isLossy }: Decoded, wanted: Wanted): Result<Table, FileFault> {
  const { encoding, separator = separatorOf(text) } = wanted;
  const rows = rowsOf(text, separator);
  if (!rows.ok) return rows;
  const [first] = rows.value;
  if (!first) return fail('empty');
  const { hasHead = looksLikeHead(first.cells) } = wanted;
  const reading: Reading = { kind: 'table', encoding, separator, hasHead };
  return succeed({ isLossy, reading, ...headed(rows.value, hasHead), others: [] });
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

function firstFilled(rows: readonly TableRow[], column: number): string[] {
  const filled: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[column] ?? '';
    if (cell !== '') filled.push(cell);
    if (filled.length === SHOWN_CELLS) break;
  }
  return filled;
}

/** Reads how a table begins, and guesses what its columns are. */
export function readTableHead(mark: FileMark, wanted: Reading | undefined): Result<TableHead, FileFault> {
  const table = readTable(mark, wanted);
  if (!table.ok) return table;
  const { reading, titles, rows, others } = table.value;
  const columns = guessColumns(titles);
  const shown = (cell: string): string => short(reading.kind === 'vcards' ? unguard(cell) : cell);
  return succeed({
    reading,
    rows: rows.length,
    titles: titles.map(short),
    samples: titles.map((_, at) => firstFilled(rows, at).map(shown)),
    columns,
    match: reading.kind === 'vcards' ? 'email' : guessMatch(columns),
    others,
  });
}
