import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordRow } from '#shared/model/record.ts';
import type {
  PlacesInList,
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

// A record that was selected under the id of this laptop may have got the service's own since.
const named = (list: 'more' | 'less'): string =>
  `SELECT coalesce((SELECT a.id FROM aliases a WHERE a.resource = :resource AND a.alias = named.value), named.value)
   FROM json_each(:${list}) named`;

/** Gives the parameters names of their own, so that the conditions of two lists can stand in one statement. */
function renamed({ sql, parameters }: Condition): Condition {
  const names = Object.keys(parameters).filter((name) => name !== 'resource');
  const own = (name: string): string => (names.includes(name) ? `selected_${name}` : name);
  return {
    sql: sql.replaceAll(/:(\w+)/g, (_whole, name: string) => `:${own(name)}`),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [own(name), value])),
  };
}

/** What SQL asks of the records that are selected. */
function selectionCondition(db: ReadableDb, resource: Resource, selection: RecordSelection): Condition {
  const { all, more, less } = selection;
  const list = all && renamed(listCondition(db, resource, all));
  const single = `(resource = :resource AND id IN (${named('more')}) AND judgement IS NOT 'hidden')`;
  const wanted = [...(list ? [`(${list.sql})`] : []), ...(list && more.length === 0 ? [] : [single])];
  const unwanted = less.length === 0 ? '' : ` AND id NOT IN (${named('less')})`;
  return {
    sql: `(${wanted.join(' OR ')})${unwanted}`,
    parameters: {
      ...list?.parameters,
      resource: resource.name,
      more: JSON.stringify(more),
      less: JSON.stringify(less),
    },
  };
}

/** Counts the records that are selected, and those of them that a list shows. */
export function countSelected(
  db: ReadableDb,
  resource: Resource,
  { selection, list }: SelectionInList,
): SelectionCount {
  const selected = selectionCondition(db, resource, selection);
  const shown = listCondition(db, resource, list);
  const count = (sql: string): number =>
    (
      db.get(`SELECT count(*) AS records FROM records WHERE ${sql}`, {
        ...shown.parameters,
        ...selected.parameters,
      }) as { records: number }
    ).records;
  const records = count(selected.sql);
  const isSame = selection.more.length === 0 && JSON.stringify(selection.all) === JSON.stringify(list);
  return { records, shown: isSame ? records : count(`${selected.sql} AND ${shown.sql}`) };
}

/** Answers which of some records are selected. */
export function selectedAmong(
  db: ReadableDb,
  resource: Resource,
  { selection, ids }: SelectedAmong,
): RecordId[] {
  const { sql, parameters } = selectionCondition(db, resource, selection);
  const rows = db.all(
    `SELECT id FROM records WHERE resource = :resource AND id IN (SELECT value FROM json_each(:ids)) AND ${sql}`,
    { ...parameters, ids: JSON.stringify(ids) },
  ) as { id: RecordId }[];
  return rows.map(({ id }) => id);
}

/** Answers the ids of the records at some places of a list. */
export function listIds(db: ReadableDb, resource: Resource, places: PlacesInList): RecordId[] {
  const { sql, parameters } = listCondition(db, resource, places);
  const rows = db.all(
    `SELECT id FROM records WHERE ${sql} ORDER BY ${orderOf(places.sort)} LIMIT :limit OFFSET :offset`,
    { ...parameters, limit: places.limit, offset: places.offset },
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
  const { sql, parameters } = selectionCondition(db, resource, page.selection);
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
  const { sql, parameters } = selectionCondition(db, resource, selection);
  const rows = db.each(`SELECT * FROM records WHERE ${sql} ORDER BY ${orderOf(sort)}`, parameters);
  for (const row of rows) yield rowOf(resource, row as RecordSql);
}
