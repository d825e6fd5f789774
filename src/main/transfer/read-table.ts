import { readFileSync, statSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import type { Encoding, RowFault } from '#shared/model/import.ts';
import { Separator, type FileFault } from '#shared/model/transfer.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { fileFaultOf } from './file-fault.ts';

/** The largest file that is read, bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;
/** The most rows that are read. */
export const MOST_ROWS = 250_000;
const SAMPLE = 64 * 1024;

/** Which file it is: the same path with other bytes is another one. */
export const FileMark = z.strictObject({ path: z.string(), size: z.number(), changedAt: z.number() });
export type FileMark = z.infer<typeof FileMark>;

/** A row with its number, counted from 1 as a spreadsheet does; `fault` where it is not whole as it is written. */
export type TableRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault: RowFault | undefined;
};

/** Names a file as it is now; fails where it is not there, or too large to be read. */
export function markFile(path: string): Result<FileMark, FileFault> {
  try {
    const { size, mtimeMs } = statSync(path);
    if (size > LARGEST_FILE) return fail('too-large');
    return succeed({ path, size, changedAt: mtimeMs });
  } catch (error) {
    const fault = fileFaultOf(error);
    if (fault === undefined) throw error;
    return fail(fault);
  }
}

/** Reads a file that was named before; fails where it is another one by now, or no text. */
export function readMarked(mark: FileMark): Result<Buffer, FileFault> {
  const now = markFile(mark.path);
  if (!now.ok) return now;
  if (now.value.size !== mark.size || now.value.changedAt !== mark.changedAt) return fail('changed');
  try {
    const bytes = readFileSync(mark.path);
    if (bytes.length === 0) return fail('empty');
    return succeed(bytes);
  } catch (error) {
    const fault = fileFaultOf(error);
    if (fault === undefined) throw error;
    return fail(fault);
  }
}

const begins = (bytes: Buffer, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/** Finds the encoding of a text: by its mark, else UTF-8 where it is valid, else Windows-1252; `undefined` for no text. */
export function encodingOf(bytes: Buffer): Encoding | undefined {
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  // No text has a NUL, and almost every other file does.
  if (bytes.includes(0)) return undefined;
  return decode(bytes, 'utf-8').isLossy ? 'windows-1252' : 'utf-8';
}

/** A text, and whether some of its bytes are no letters in its encoding; U+FFFD stands for those. */
export type Decoded = { readonly text: string; readonly isLossy: boolean };

/** Takes bytes for text; a mark at their start is none of it, unless they are a piece of a file. */
export function decode(bytes: Buffer, encoding: string, isPiece = false): Decoded {
  const ignoreBOM = isPiece;
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes), isLossy: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder(encoding, { ignoreBOM }).decode(bytes), isLossy: true };
  }
}

/** Finds what stands between the cells of a text. */
export function separatorOf(text: string): Separator {
  const { meta } = Papa.parse(text.slice(0, SAMPLE), {
    preview: 50,
    skipEmptyLines: true,
    delimitersToGuess: [...Separator.options],
  });
  return Separator.safeParse(meta.delimiter).data ?? ',';
}

/** Takes a text apart into its rows; empty lines are passed over. Fails with `too-many-rows`. */
export function rowsOf(text: string, separator: Separator): Result<TableRow[], FileFault> {
  const rows: TableRow[] = [];
  let row = 0;
  Papa.parse<string[]>(text, {
    delimiter: separator,
    step: ({ data, errors }, parser) => {
      row += 1;
      if (data.length === 1 && data[0] === '') return;
      rows.push({ row, cells: data, fault: errors.length > 0 ? 'broken-quotes' : undefined });
      if (rows.length > MOST_ROWS) parser.abort();
    },
  });
  return rows.length > MOST_ROWS ? fail('too-many-rows') : succeed(rows);
}
