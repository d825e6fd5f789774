import Papa from 'papaparse';
import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordRow } from '#shared/model/record.ts';
import type { Separator, TableColumn } from '#shared/model/transfer.ts';
import { guard } from './formula-guard.ts';

/** The mark at the start of a file by which spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\u{FEFF}';

const cellOf = (value: FieldValue): string => (value === null ? '' : guard(String(value)));

function cell(row: RecordRow, column: TableColumn): string {
  if (column === 'id') return row.id;
  if (column === 'state') return row.state;
  if (column === 'updated') return row.updatedAt ?? '';
  return cellOf(valueOf(row.values, column));
}

/** Writes lines of a CSV file as RFC 4180 has it, each with its line end. */
export function linesOf(table: readonly (readonly string[])[], separator: Separator): string {
  if (table.length === 0) return '';
  return `${Papa.unparse([...table] as string[][], { delimiter: separator, newline: '\r\n' })}\r\n`;
}

/** The cells of some records; what could run as a formula is guarded. */
export const cellsOf = (rows: readonly RecordRow[], columns: readonly TableColumn[]): string[][] =>
  rows.map((row) => columns.map((column) => cell(row, column)));
