import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordRow } from '#shared/model/record.ts';
import type {
  Narrowing,
  RecordSelection,
  SelectedAmong,
  SelectionCount,
  SelectionInList,
} from '#shared/model/selection.ts';
import type { ExportRange } from '#shared/model/transfer.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, Snapshot } from './handle.ts';
import { rowOf } from './record-list.ts';
import { orderOf } from './record-order.ts';
import { listCondition, type Condition } from './record-terms.ts';
import type { RecordSql } from './records.ts';

/** The records that are named one by one; one may have got the service's own id since it was selected. */
const named = (list: 'more' | 'less'): string =>
  // From the names to the records, never the other way: that is what CROSS JOIN says.
  `SELECT r.rowid FROM json_each(:${list}) named CROSS JOIN records r ON r.resource = :resource AND r.id = coalesce(
     (SELECT a.id FROM aliases a WHERE a.resource = :resource AND a.alias = named.value), named.value)`;

/** Gives the parameters names of their own, so that the conditions of two lists can stand in one statement. */
function renamed({ sql, parameters }: Condition): Condition {
  const names = Object.keys(parameters).filter((name) => name !== 'resource');
  const own = (name: string): string => (names.includes(name) ? `selected_${name}` : name);
  return {
    sql: sql.replaceAll(/:(\w+)/g, (_whole, name: string) => `:${own(name)}`),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [own(name), value])),
  };
}

const everything: Narrowing = { search: '', filters: [] };

type Asked = { readonly selection: RecordSelection; readonly of?: 'all' | 'few' };

/** What SQL asks of the records that are selected, of all that there are or of a few of them. */
export function selectionCondition(
  db: ReadableDb,
  resource: Resource,
  { selection, of = 'all' }: Asked,
): Condition {
  const { all, more, less } = selection;
  const list = renamed(listCondition(db, resource, all ?? everything));
  const unwanted = less.length === 0 ? '' : ` AND rowid NOT IN (${named('less')})`;
  return {
    sql: `${wantedSql(list.sql, selection, of)}${unwanted}`,
    parameters: { ...list.parameters, more: JSON.stringify(more), less: JSON.stringify(less) },
  };
}

function wantedSql(list: string, { all, more }: RecordSelection, of: 'all' | 'few'): string {
  if (!all) return `${list} AND rowid IN (${named('more')})`;
  if (more.length === 0) return list;
  // Only of a few records it may be asked one by one whether the list shows them.
  return of === 'few'
    ? `(${list} OR rowid IN (${named('more')}))`
    : `resource = :resource AND rowid IN (SELECT rowid FROM records WHERE ${list} UNION ${named('more')})`;
}

/** Counts the records that are selected, and those of them that a list shows. */
export function countSelected(
  db: ReadableDb,
  resource: Resource,
  { selection, list }: SelectionInList,
): SelectionCount {
  const selected = selectionCondition(db, resource, { selection });
  const shown = listCondition(db, resource, list);
  const count = (sql: string): number =>
    (
      db.get(`SELECT count(*) AS records FROM records WHERE ${sql}`, {
        ...shown.parameters,
        ...selected.parameters,
      }) as { records: number }
    ).records;
  const records = count(selected.sql);
  if (isIn(selection, list)) return { records, shown: records };
  if (isEverything(selection)) return { records, shown: count(shown.sql) };
  // A few records by name are read; of many, it is found in indexes which of them the list shows.
  const among = selection.all ? `rowid IN (SELECT rowid FROM records WHERE ${shown.sql})` : shown.sql;
  return { records, shown: count(`${selected.sql} AND ${among}`) };
}

const isSame = (one: Narrowing, other: Narrowing): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a list plainly shows all that is selected. */
const isIn = ({ all, more }: RecordSelection, list: Narrowing): boolean =>
  isSame(list, everything) || (more.length === 0 && all !== undefined && isSame(all, list));

const isEverything = ({ all, more, less }: RecordSelection): boolean =>
  all !== undefined && isSame(all, everything) && more.length + less.length === 0;

/** Answers which of some records are selected. */
export function selectedAmong(
  db: ReadableDb,
  resource: Resource,
  { selection, ids }: SelectedAmong,
): RecordId[] {
  const { sql, parameters } = selectionCondition(db, resource, { selection, of: 'few' });
  const rows = db.all(
    `SELECT id FROM records WHERE resource = :resource AND id IN (SELECT value FROM json_each(:ids)) AND ${sql}`,
    { ...parameters, ids: JSON.stringify(ids) },
  ) as { id: RecordId }[];
  return rows.map(({ id }) => id);
}

/** A selected record as far as a bulk edit of one field has to know it. */
export type SelectedRecord = {
  readonly id: RecordId;
  readonly local: Values;
  readonly isMissing: boolean;
  /** Whether the field waits for a decision. */
  readonly isOpen: boolean;
};

/** Which selected records are read, about which field: at most `limit` of those whose ids come behind `after`. */
export type SelectedPage = {
  readonly selection: RecordSelection;
  readonly field: string;
  readonly after: string;
  readonly limit: number;
};

/** Reads a page of the selected records in the order of their ids. */
export function listSelected(db: ReadableDb, resource: Resource, page: SelectedPage): SelectedRecord[] {
  const { sql, parameters } = selectionCondition(db, resource, page);
  const rows = db.all(
    `SELECT id, local, is_missing, EXISTS (SELECT 1 FROM conflicts c
       WHERE c.resource = :resource AND c.id = records.id AND c.field = :field) AS is_open
     FROM records WHERE resource = :resource AND id > :after AND ${sql} ORDER BY id LIMIT :limit`,
    { ...parameters, field: page.field, after: page.after, limit: page.limit },
  ) as (Pick<RecordSql, 'id' | 'local' | 'is_missing'> & { readonly is_open: number })[];
  return rows.map((row) => ({
    id: row.id,
    local: JSON.parse(row.local) as Values,
    isMissing: row.is_missing === 1,
    isOpen: row.is_open === 1,
  }));
}

/** Goes through the selected records in the order of a list, as they are at the moment when it begins. */
export function* eachSelected(
  db: Snapshot,
  resource: Resource,
  { selection, sort }: Extract<ExportRange, { kind: 'selected' }>,
): Generator<RecordRow> {
  const { sql, parameters } = selectionCondition(db, resource, { selection });
  const rows = db.each(`SELECT * FROM records WHERE ${sql} ORDER BY ${orderOf(sort)}`, parameters);
  for (const row of rows) yield rowOf(resource, row as RecordSql);
}
