import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The tables of docs/fault-matrix.md. */
export const tables = ['kill', 'bytes', 'network', 'network-app', 'storage', 'process'] as const;

/** One row of docs/fault-matrix.md: what was done, what had to be seen, and what was seen. */
export type Row = {
  readonly table: (typeof tables)[number];
  /** Where the row stands in its table, and what ties it to the reference: `E2`, `network 07`. */
  readonly id: string;
  readonly fault: string;
  readonly expected: string;
  readonly seen: string;
  /** How many single faults the row stands for; one unless said otherwise. */
  readonly points?: number;
  /** Whether what was seen is what was expected, where the two are told in other words. */
  readonly isPassed?: boolean;
};

/** Where rows are kept until the table is written from them. */
export const ROWS = fileURLToPath(new URL('../../../out/fault-matrix', import.meta.url));

/** Keeps a row, in place of the one with the same id. */
export function keepRow(row: Row): void {
  const folder = join(ROWS, row.table);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${row.id.replaceAll(/\W+/g, '-')}.json`), `${JSON.stringify(row)}\n`);
}
