import type { RecordId } from '#shared/model/ids.ts';
import type { ListQuery, RecordRow, RecordWindow } from '#shared/model/record.ts';
import type { Narrowing } from '#shared/model/selection.ts';
import type { Counts } from '#shared/model/sync-status.ts';
import type { ExportRange } from '#shared/model/transfer.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { currentId } from './aliases.ts';
import type { ReadableDb, Snapshot } from './handle.ts';
import { IS_ASIDE } from './outbox.ts';
import { hasText, indexOf, orderOf } from './record-order.ts';
import { rowidsAt } from './record-places.ts';
import { conditionsOf, listCondition, parametersOf, type ListCondition } from './record-terms.ts';
import { totalOf, createdAtOf, recordOf, updatedAtOf, type RecordSql } from './records.ts';

/** Up to so many records are picked and put in order; more are met along the index of the order. */
const PICKED = 2000;

/** So many are not noted one by one: the first of them are met so soon that what is read on the way costs next to nothing. */
const DENSE = 20_000;
const SOON = 20;

/** So many records of an order are looked at for the first that answer a search, where its index has no text. */
const GLANCE = 2000;

/** Reads one window of the list and the counts around it; what is quicker shown than counted is not counted. */
export function listRecords(db: ReadableDb, resource: Resource, query: ListQuery): RecordWindow {
  const { search, filters, shown } = conditionsOf(db, resource, query);
  const asked = [...search, ...filters, ...shown];
  const early = readFirst(db, resource, { query, asked });
  if (early) return early;
  const found = meet(db, resource, asked);
  const { total, isCounted } = found;
  return {
    rows:
      isCounted && total <= query.offset
        ? []
        : recordsAt<RecordSql>(db, resource, { columns: '*', query, found }).map((row) =>
            rowOf(resource, row),
          ),
    total,
    isCounted,
    totalWithoutFilters:
      total === 0 && filters.length > 0 ? count(db, resource, [...search, ...shown]) : total,
  };
}

/** Answers the ids of the records at some places of a list. */
export function listIds(db: ReadableDb, resource: Resource, places: ListQuery): RecordId[] {
  const { search, filters, shown } = conditionsOf(db, resource, places);
  const found = meet(db, resource, [...search, ...filters, ...shown]);
  const rows = recordsAt<{ id: RecordId }>(db, resource, { columns: 'id', query: places, found });
  return rows.map(({ id }) => id);
}

/** What a condition asks of a record of which an index with the searched text is all that is read. */
const ofIndex = ({ byText, byRowid }: ListCondition): string | undefined => byText ?? byRowid;

type Early = { readonly query: ListQuery; readonly asked: readonly ListCondition[] };

/**
 * Reads the first window of a search that many records may answer by going along the order until it is full, and counts
 * nothing; `undefined` where it was not full so soon.
 */
function readFirst(db: ReadableDb, resource: Resource, { query, asked }: Early): RecordWindow | undefined {
  const { limit, offset, sort } = query;
  if (offset > 0 || !asked.some(({ byText }) => byText)) return undefined;
  const order = orderOf(sort);
  const along = `FROM records INDEXED BY ${indexOf(sort.by)} WHERE resource = :resource`;
  const conditions = asked.map((one) => ofIndex(one) ?? one.sql).join(' AND ');
  // Where the index has the text itself, all of it is gone along.
  const isWhole = hasText(sort.by) && asked.every((one) => ofIndex(one) !== undefined);
  const met = isWhole
    ? `SELECT rowid ${along} AND ${conditions} ORDER BY ${order} LIMIT :limit`
    : `SELECT rowid FROM (SELECT rowid, * ${along} ORDER BY ${order} LIMIT ${String(GLANCE)})
       WHERE ${conditions} LIMIT :limit`;
  const sql = `SELECT * FROM records WHERE rowid IN (${met}) ORDER BY ${order}`;
  const rows = db.all(sql, { ...parametersOf(resource, asked), limit }) as RecordSql[];
  const total = rows.length;
  const isFull = total === limit;
  // Where there is nothing, the filters may be why: that is to be counted.
  if (!isFull && (!isWhole || total === 0)) return undefined;
  return {
    rows: rows.map((row) => rowOf(resource, row)),
    total,
    isCounted: !isFull,
    totalWithoutFilters: total,
  };
}

/** The records that a list asks for: how many they are and, where they are not too many, their rowids as JSON. */
type Found = Pick<RecordWindow, 'total' | 'isCounted'> & {
  readonly asked: readonly ListCondition[];
  readonly rowids: string | null;
};

/** Finds the records that fulfil every condition, in one go where they are fewer than many. */
function meet(db: ReadableDb, resource: Resource, asked: readonly ListCondition[]): Found {
  if (asked.length === 0) return { asked, total: totalOf(db, resource), isCounted: true, rowids: null };
  const { total, rowids } = db.get(
    `SELECT count(*) AS total, json_group_array(record) AS rowids
     FROM (SELECT rowid AS record FROM ${askedFor(asked)} LIMIT ${String(DENSE)})`,
    parametersOf(resource, asked),
  ) as { total: number; rowids: string };
  const isCounted = total < DENSE;
  return { asked, total, isCounted, rowids: isCounted ? rowids : null };
}

/** The records of one condition, found where that is quickest. */
const recordsOf = ({ sql, along }: ListCondition): string =>
  `SELECT rowid FROM records ${along} WHERE resource = :resource AND ${sql}`;

/** What a condition asks of a record that was met on the way of another one. */
const metOnTheWay = (condition: ListCondition): string =>
  `AND ${condition.byRowid ?? `+rowid IN (${recordsOf(condition)})`}`;

/** The records of all conditions: the first one leads. */
function askedFor([first, ...others]: readonly ListCondition[]): string {
  const { sql, along } = first ?? { sql: 'TRUE', along: '' };
  return `records ${along} WHERE resource = :resource AND ${sql} ${others.map(metOnTheWay).join(' ')}`;
}

function count(db: ReadableDb, resource: Resource, asked: readonly ListCondition[]): number {
  if (asked.length === 0) return totalOf(db, resource);
  const sql = `SELECT count(*) AS total FROM ${askedFor(asked)}`;
  return (db.get(sql, parametersOf(resource, asked)) as { total: number }).total;
}

/** Counts the records that a list shows. */
export function countList(db: ReadableDb, resource: Resource, terms: Narrowing): number {
  const { search, filters, shown } = conditionsOf(db, resource, terms);
  return count(db, resource, [...search, ...filters, ...shown]);
}

type Wanted = { readonly query: ListQuery; readonly found: Found };

/** Reads something of the records of a window, in its order. */
function recordsAt<Row>(
  db: ReadableDb,
  resource: Resource,
  wanted: Wanted & { readonly columns: '*' | 'id' },
): Row[] {
  const sql = `SELECT records.${wanted.columns} FROM json_each(:rowids) AS place
    CROSS JOIN records ON records.rowid = place.value ORDER BY place.key`;
  return db.all(sql, { rowids: JSON.stringify(rowidsOf(db, resource, wanted)) }) as Row[];
}

/** The rowids of a window: where it lies is found in indexes, so that few other records are read. */
function rowidsOf(db: ReadableDb, resource: Resource, { query, found }: Wanted): number[] {
  const { sort, limit, offset } = query;
  const parameters = parametersOf(resource, found.asked);
  const byKeys = wayByKeys({ query, found });
  if (byKeys !== undefined) return rowidsAt(db, { from: byKeys, parameters, sort }, query);
  const sql = `SELECT rowid FROM records ${wayTo({ query, found })} ORDER BY ${orderOf(sort)} LIMIT :limit OFFSET :offset`;
  const rows = db.all(sql, { ...parameters, rowids: found.rowids, limit, offset }) as { rowid: number }[];
  return rows.map(({ rowid }) => rowid);
}

/** The way along an order, where so little is asked of each record that its places are found step by step. */
function wayByKeys({ query: { sort }, found: { asked, rowids } }: Wanted): string | undefined {
  if (rowids !== null) return undefined;
  const byRecord = hasText(sort.by) ? ({ byText }: ListCondition) => byText : () => undefined;
  const conditions = asked.map((one) => (one.areFew ? one.byRowid : byRecord(one)));
  if (conditions.includes(undefined)) return undefined;
  return `INDEXED BY ${indexOf(sort.by)} WHERE ${['resource = :resource', ...conditions].join(' AND ')}`;
}

const AMONG_FOUND = 'rowid IN (SELECT value FROM json_each(:rowids))';

function wayTo({ query, found: { asked, total, rowids } }: Wanted): string {
  if (rowids !== null && total <= PICKED) return `NOT INDEXED WHERE ${AMONG_FOUND}`;
  const along = `INDEXED BY ${indexOf(query.sort.by)}`;
  if (rowids !== null) return `${along} WHERE resource = :resource AND +${AMONG_FOUND}`;
  const isNear = (query.offset + query.limit) * SOON <= total;
  const conditions = asked.map((one) =>
    isNear || one.along === along ? `AND ${one.sql}` : metOnTheWay(one),
  );
  return `${along} WHERE resource = :resource ${conditions.join(' ')}`;
}

/** A row of the list out of a row of the table. */
export function rowOf(resource: Resource, row: RecordSql): RecordRow {
  const record = recordOf(row);
  return {
    id: record.id,
    values: record.local,
    state: record.state,
    isNew: record.base === undefined,
    updatedAt: updatedAtOf(resource, record),
    createdAt: createdAtOf(resource, record),
  };
}

const everything: Omit<ListQuery, 'offset' | 'limit'> = {
  search: '',
  filters: [],
  sort: { by: 'name', direction: 'ascending' },
};

/** Goes through records one by one, as they are at the moment when it begins; a list in its order, all by name. */
export function* eachRecord(
  db: Snapshot,
  resource: Resource,
  range: Exclude<ExportRange, { kind: 'selected' }>,
): Generator<RecordRow> {
  if (range.kind === 'record') {
    const sql = 'SELECT * FROM records WHERE resource = :resource AND id = :id';
    for (const row of db.each(sql, { resource: resource.name, id: currentId(db, resource, range.id) })) {
      yield rowOf(resource, row as RecordSql);
    }
    return;
  }
  const terms = range.kind === 'view' ? range.terms : everything;
  const { sql, parameters } = listCondition(db, resource, terms);
  const rows = db.each(`SELECT * FROM records WHERE ${sql} ORDER BY ${orderOf(terms.sort)}`, parameters);
  for (const row of rows) yield rowOf(resource, row as RecordSql);
}

function countAside(db: ReadableDb, resource: Resource): number {
  const { number } = db.get(
    `SELECT count(*) AS number FROM records INDEXED BY records_by_state
     WHERE resource = :resource AND state <> 'clean' AND ${IS_ASIDE}`,
    { resource: resource.name },
  ) as { number: number };
  return number;
}

/** Counts the records and the ones that are not simply on the server. */
export function countRecords(db: ReadableDb, resource: Resource): Counts {
  const total = totalOf(db, resource);
  const states = db.all(
    `SELECT coalesce(judgement, state) AS state, count(*) AS number
     FROM records INDEXED BY records_by_state WHERE resource = :resource AND state <> 'clean' GROUP BY 1`,
    { resource: resource.name },
  ) as { state: string; number: number }[];
  const of = (...names: string[]): number =>
    states.reduce((sum, { state, number }) => (names.includes(state) ? sum + number : sum), 0);
  return {
    total: total - of('hidden'),
    waiting: of('dirty', 'sending', 'unknown'),
    decisions: of('conflict'),
    attention: of('needs-attention'),
    missing: of('missing', 'kept'),
    aside: of('hidden') === 0 ? 0 : countAside(db, resource),
  };
}
