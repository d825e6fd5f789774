import BetterSqlite3 from 'better-sqlite3';
import { migrations } from './migrate.ts';
import type { PageRow, StoredValue } from './page-rows.ts';

type Column = {
  readonly name: string;
  readonly type: string;
  readonly mayBeNull: boolean;
  readonly isRowid: boolean;
};

/** How the rows of one table are stored, column by column in the order on the page. */
export type TableShape = {
  readonly table: string;
  readonly kind: PageRow['kind'];
  readonly columns: readonly Column[];
  /** Columns that every row has: others were added or dropped by a migration. */
  readonly fewest: number;
  /** Whether the rows are the search index's own: nothing is lost with them. */
  readonly isOfIndex: boolean;
};

/** A row by the names of its columns; a value that could not be read is left out. */
export type NamedRow = Readonly<Record<string, string | number | null>>;

type ColumnSql = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
  readonly hidden: number;
};

type TableSql = { readonly name: string; readonly wr: number; readonly type: string };

const VIRTUAL = 2;

/** Answers how the tables of a schema's version are stored, as its migrations make them. */
export function shapesOf(version: number): TableShape[] {
  const database = new BetterSqlite3(':memory:');
  const shapes = new Map<string, TableShape>();
  for (const sql of migrations.slice(0, version)) {
    database.exec(sql);
    const tables = database.pragma('table_list') as TableSql[];
    for (const { name, wr, type } of tables.filter(
      (table) => table.type !== 'virtual' && !/^sqlite_/u.test(table.name),
    )) {
      const columns = columnsOf(database, name, wr === 1);
      const fewest = Math.min(shapes.get(name)?.fewest ?? columns.length, columns.length);
      const isOfIndex = type === 'shadow';
      shapes.set(name, { table: name, kind: wr === 1 ? 'index' : 'table', columns, fewest, isOfIndex });
    }
  }
  database.close();
  return [...shapes.values()];
}

function columnsOf(database: BetterSqlite3.Database, table: string, hasNoRowid: boolean): Column[] {
  const columns = database.pragma(`table_xinfo(${table})`) as ColumnSql[];
  const stored = columns.filter(({ hidden }) => hidden !== VIRTUAL);
  const keys = stored.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const ordered = hasNoRowid ? [...keys, ...stored.filter(({ pk }) => pk === 0)] : stored;
  return ordered.map(({ name, type, notnull, pk }) => ({
    name,
    type,
    mayBeNull: notnull === 0 && (!hasNoRowid || pk === 0),
    isRowid: !hasNoRowid && keys.length === 1 && pk === 1 && type === 'INTEGER',
  }));
}

/** Whether a row can be one of this table, by the number and the types of its values. */
export function fitsShape({ kind, columns, fewest }: TableShape, row: PageRow): boolean {
  return (
    row.kind === kind &&
    row.values.length >= fewest &&
    columns.every((column, place) => place >= row.values.length || fitsColumn(column, row.values[place]))
  );
}

function fitsColumn({ type, mayBeNull, isRowid }: Column, value: StoredValue): boolean {
  // What could not be read may have been anything; so may bytes, which no record has.
  if (value === undefined || Buffer.isBuffer(value)) return true;
  if (value === null) return mayBeNull || isRowid;
  return typeof value === (type === 'TEXT' ? 'string' : 'number');
}

/** Whether a row has bytes, which are no text. */
export const hasBytes = ({ values }: PageRow): boolean => values.some((value) => Buffer.isBuffer(value));

/** Whether a row with bytes can be one of the search index. */
export const isIndexRow = (
  { isOfIndex, kind, columns }: TableShape,
  { kind: of, values }: PageRow,
): boolean =>
  isOfIndex &&
  kind === of &&
  values.length === columns.length &&
  columns.every(({ type }, place) => type === '' || type === 'BLOB' || !Buffer.isBuffer(values[place]));

/** Names the values of a row. */
export function nameRow({ columns }: TableShape, { values, rowid }: PageRow): NamedRow {
  const named = columns.flatMap(({ name, isRowid }, place): [string, string | number | null][] => {
    const value = isRowid ? rowid : values[place];
    return value === undefined || Buffer.isBuffer(value) ? [] : [[name, value]];
  });
  return Object.fromEntries(named);
}
