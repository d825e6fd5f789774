import { SCHEMA_VERSION } from './migrate.ts';
import { readPageFile, type PageFile } from './page-file.ts';
import { findPageOwners } from './page-owners.ts';
import { readPageRows, type PageRow } from './page-rows.ts';
import {
  fitsShape,
  hasBytes,
  isIndexRow,
  nameRow,
  shapesOf,
  type NamedRow,
  type TableShape,
} from './table-shapes.ts';

/** Everything that can be read of a local copy, whatever happened to its file. */
export type ReadableRows = {
  readonly tables: ReadonlyMap<string, readonly NamedRow[]>;
  /** The version of the schema that the rows were written with, as far as can be told. */
  readonly version: number;
  /** The pages of which something could not be read. */
  readonly unreadable: readonly number[];
  /** The tables of which every row could be read, for certain. */
  readonly whole: ReadonlySet<string>;
};

/** Tables whose rows look like those of another one or of an index: they are known by their tree only. */
const AMBIGUOUS: readonly string[] = ['aliases', 'possible_duplicates', 'told_apart', 'pages'];

/**
 * Reads the rows of a local copy page by page, without SQLite and without touching the file: a damaged page costs the
 * rows on it and no others. `resources` are the names that rows may belong to.
 */
export function readReadableRows(path: string, resources: readonly string[]): ReadableRows {
  const file = readPageFile(path);
  const told = file.head.schemaVersion;
  const version = told >= 1 && told <= SCHEMA_VERSION ? told : SCHEMA_VERSION;
  const all = shapesOf(version);
  const shapes = all.filter(({ isOfIndex }) => !isOfIndex);
  const owners = findPageOwners(file);
  const known = new Set(owners.values());
  const tables = new Map<string, NamedRow[]>();
  const unreadable: number[] = [];
  for (let number = 1; number <= file.count; number += 1) {
    const { rows, isReadable } = readPageRows(file, number);
    const owner = owners.get(number);
    const isWhole = isReadable && rows.every((row) => !hasBytes(row) || mayHaveBytes(row, owner, all));
    if (!isWhole && !isOverflow(file, number)) unreadable.push(number);
    for (const row of rows) {
      const named = nameBest(row, candidatesFor(row, owner, shapes), resources);
      if (named) rowsOf(tables, named.table).push(named.row);
    }
  }
  const damaged = new Set(unreadable.map((number) => owners.get(number)));
  const whole = shapes.map(({ table }) => table).filter((table) => known.has(table) && !damaged.has(table));
  return { tables, version, unreadable, whole: new Set(whole) };
}

/** An overflow page has no kind of its own; what is missing of it is missed by the row that flows over. */
const isOverflow = (file: PageFile, number: number): boolean => file.page(number)?.[0] === 0;

/** Whether bytes are in their place in a row: nobody but SQLite's own tables has any, and those of the search index. */
function mayHaveBytes(row: PageRow, owner: string | undefined, all: readonly TableShape[]): boolean {
  if (owner === undefined) return all.some((shape) => isIndexRow(shape, row));
  return all.every(({ table, isOfIndex }) => table !== owner || isOfIndex);
}

function rowsOf(tables: Map<string, NamedRow[]>, table: string): NamedRow[] {
  const rows = tables.get(table) ?? [];
  tables.set(table, rows);
  return rows;
}

/** The tables that a row may be of: the one whose tree its page is in, else those with so many columns. */
function candidatesFor(
  { values }: PageRow,
  owner: string | undefined,
  shapes: readonly TableShape[],
): readonly TableShape[] {
  if (owner !== undefined) return shapes.filter(({ table }) => table === owner);
  return shapes.filter(({ table, columns }) => !AMBIGUOUS.includes(table) && values.length <= columns.length);
}

function nameBest(
  row: PageRow,
  candidates: readonly TableShape[],
  resources: readonly string[],
): { readonly table: string; readonly row: NamedRow } | undefined {
  for (const shape of candidates) {
    if (!fitsShape(shape, row)) continue;
    const named = nameRow(shape, row);
    const { resource } = named;
    const isKnown = resource === undefined || resources.includes(String(resource));
    if (isKnown) return { table: shape.table, row: named };
  }
  return undefined;
}
