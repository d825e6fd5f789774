import { SCHEMA_VERSION } from './migrate.ts';
import { readPageFile, type PageFile } from './page-file.ts';
import { findPageOwners } from './page-owners.ts';
import { readPageRows, type PageRow } from './page-rows.ts';
import { fitsShape, nameRow, shapesOf, type NamedRow, type TableShape } from './table-shapes.ts';

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
const AMBIGUOUS: readonly string[] = ['aliases', 'possible_duplicates', 'pages'];

/**
 * Reads the rows of a local copy page by page, without SQLite and without touching the file: a damaged page costs the
 * rows on it and no others. `resources` are the names that rows may belong to.
 */
export function readReadableRows(path: string, resources: readonly string[]): ReadableRows {
  const file = readPageFile(path);
  const told = file.head.schemaVersion;
  const version = told >= 1 && told <= SCHEMA_VERSION ? told : SCHEMA_VERSION;
  const shapes = shapesOf(version);
  const owners = findPageOwners(file);
  const known = new Set(owners.values());
  const tables = new Map<string, NamedRow[]>();
  const unreadable: number[] = [];
  for (let number = 1; number <= file.count; number += 1) {
    const { rows, isReadable } = readPageRows(file, number);
    if (!isReadable && !isOverflow(file, number)) unreadable.push(number);
    const candidates = candidatesFor(owners.get(number), shapes);
    for (const row of rows) {
      const fitting = owners.has(number)
        ? candidates
        : candidates.filter(({ columns }) => row.values.length <= columns.length);
      const named = nameBest(row, fitting, resources);
      if (!named) continue;
      const rowsOfTable = tables.get(named.table);
      if (rowsOfTable) rowsOfTable.push(named.row);
      else tables.set(named.table, [named.row]);
    }
  }
  const damaged = new Set(unreadable.map((number) => owners.get(number)));
  const whole = shapes.map(({ table }) => table).filter((table) => known.has(table) && !damaged.has(table));
  return { tables, version, unreadable, whole: new Set(whole) };
}

/** An overflow page has no kind of its own; what is missing of it is missed by the row that flows over. */
const isOverflow = (file: PageFile, number: number): boolean => file.page(number)?.[0] === 0;

function candidatesFor(owner: string | undefined, shapes: readonly TableShape[]): readonly TableShape[] {
  if (owner === undefined) return shapes.filter(({ table }) => !AMBIGUOUS.includes(table));
  return shapes.filter(({ table }) => table === owner);
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
