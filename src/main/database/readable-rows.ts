import { SCHEMA_VERSION } from './migrate.ts';
import { readPageFile, USUAL_PAGE_SIZE, type PageFile } from './page-file.ts';
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
  const file = readLikeliest(path);
  const told = file.head.schemaVersion;
  const version = told >= 1 && told <= SCHEMA_VERSION ? told : SCHEMA_VERSION;
  const all = shapesOf(version);
  const shapes = all.filter(({ isOfIndex }) => !isOfIndex);
  const owners = findPageOwners(file);
  const known = new Set(owners.values());
  const tables = new Map<string, NamedRow[]>();
  const unreadable: number[] = [];
  const damaged = new Set<string | undefined>();
  for (let number = 1; number <= file.count; number += 1) {
    const { rows, owner, isWhole, isMisled } = readOwnedPage(file, number, { owners, all });
    if (!isWhole) unreadable.push(number);
    if (!isWhole || isMisled) damaged.add(owners.get(number));
    for (const row of rows) {
      const named = nameBest(row, candidatesFor(row, owner, shapes), resources);
      if (named) rowsOf(tables, named.table).push(named.row);
    }
  }
  const whole = shapes.map(({ table }) => table).filter((table) => known.has(table) && !damaged.has(table));
  return { tables, version, unreadable, whole: new Set(whole) };
}

type OwnedPage = {
  readonly rows: readonly PageRow[];
  /** The table or index that the rows are of, where that can be told. */
  readonly owner: string | undefined;
  readonly isWhole: boolean;
  /** Whether the tree that leads here is damaged: what it should have led to is missing from it. */
  readonly isMisled: boolean;
};

type Ownership = { readonly owners: ReadonlyMap<number, string>; readonly all: readonly TableShape[] };

function readOwnedPage(file: PageFile, number: number, { owners, all }: Ownership): OwnedPage {
  const { rows, isReadable } = readPageRows(file, number);
  const told = owners.get(number);
  const owner = told !== undefined && mayOwn(told, rows, all) ? told : undefined;
  const isSound = isReadable && rows.every((row) => !hasBytes(row) || mayHaveBytes(row, owner, all));
  // No tree leads to an overflow page, nor to a free one: where one does, its rows are gone.
  const isWhole = isSound && (told === undefined || !isOverflow(file, number));
  return { rows, owner, isWhole, isMisled: owner !== told };
}

/** Reads a file by the page size that its head tells; where a damaged head tells a rare one, by the one that gives more rows. */
function readLikeliest(path: string): PageFile {
  const told = readPageFile(path);
  if (told.head.pageSize === USUAL_PAGE_SIZE) return told;
  const usual = readPageFile(path, USUAL_PAGE_SIZE);
  return countRows(usual) > countRows(told) ? usual : told;
}

const countRows = (file: PageFile): number =>
  Array.from({ length: file.count }, (_, index) => readPageRows(file, index + 1).rows.length).reduce(
    (sum, rows) => sum + rows,
    0,
  );

/** Whether the tree that leads to a page can be that of its rows: a damaged one may lead to a page of another. */
function mayOwn(owner: string, rows: readonly PageRow[], all: readonly TableShape[]): boolean {
  const shape = all.find(({ table }) => table === owner);
  if (shape) return rows.length === 0 || rows.some((row) => fitsShape(shape, row));
  // An index has no rows of a table; SQLite's own tables have.
  return owner.startsWith('sqlite_') || rows.every(({ kind }) => kind === 'index');
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
    // A row of which nothing can be read says nothing.
    if (Object.keys(named).length === 0) continue;
    const { resource } = named;
    const isKnown = resource === undefined || resources.includes(String(resource));
    if (isKnown) return { table: shape.table, row: named };
  }
  return undefined;
}
