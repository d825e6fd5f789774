import { fold } from '#shared/model/fold.ts';
import type { ListQuery, RecordFilter, RecordRow, RecordWindow, SortKey } from '#shared/model/record.ts';
import type { Narrowing } from '#shared/model/selection.ts';
import type { Counts } from '#shared/model/sync-status.ts';
import type { ExportRange } from '#shared/model/transfer.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { currentId } from './aliases.ts';
import type { Parameters, ReadableDb, Snapshot } from './handle.ts';
import { createdAtOf, recordOf, updatedAtOf, type RecordSql } from './records.ts';

/** A text of a record as the list is ordered by it; without one it is behind all others. */
const textOf = (field: string): string =>
  `coalesce(nullif(lower(local ->> '$.${field}'), ''), char(1114111))`;

const isWithout = (field: string): string => `trim(coalesce(local ->> '$.${field}', '')) = ''`;

/**
 * What the list is ordered by. The searched text begins with the folded first name; from its second line on it begins
 * with the folded last one.
 */
const sortTerms: Readonly<Record<SortKey, readonly string[]>> = {
  name: ['label'],
  first_name: [isWithout('first_name'), 'search_text'],
  last_name: [
    isWithout('last_name'),
    `substr(search_text, iif(local ->> '$.first_name' IS NULL, 1, instr(search_text, char(10)) + 1))`,
  ],
  email: [textOf('email')],
  remote_id: [`coalesce(nullif(local ->> '$.remote_id', ''), char(1114111))`],
  primary: [`local ->> '$.primary' IS NOT 1`],
  last_download: [textOf('last_download')],
  state: [
    `CASE state WHEN 'conflict' THEN 0 WHEN 'needs-attention' THEN 1 WHEN 'missing' THEN 2
      WHEN 'clean' THEN 4 ELSE 3 END`,
  ],
  updated: ['updated_ms'],
  created: [`coalesce(base_raw ->> '$.created_at', created_at)`],
};

/** The order of the list as SQL; records that are alike in it are in the order of their ids. */
export function orderOf({ by, direction }: ListQuery['sort']): string {
  const way = direction === 'ascending' ? 'ASC' : 'DESC';
  return [...sortTerms[by], 'id'].map((term) => `${term} ${way}`).join(', ');
}

const filterConditions: Readonly<Record<RecordFilter, string>> = {
  primary: `local ->> '$.primary' = 1`,
  // `<> 'clean'` is what lets SQLite use the index of the few records that are not.
  waiting: `state <> 'clean' AND state IN ('dirty', 'sending', 'unknown')`,
  decision: `state <> 'clean' AND state = 'conflict'`,
  attention: `state <> 'clean' AND state = 'needs-attention'`,
  missing: `state <> 'clean' AND state = 'missing'`,
};

/** What SQL asks of a record, with its parameters. */
export type Condition = { readonly sql: string; readonly parameters: Parameters };

function searchCondition(search: string): Condition {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  const parameters = Object.fromEntries(words.map((word, index) => [`word${String(index)}`, word]));
  const tests = Object.keys(parameters).map((name) => `instr(search_text, :${name}) > 0`);
  return { sql: tests.length > 0 ? tests.join(' AND ') : 'TRUE', parameters };
}

type Terms = Omit<ListQuery, 'offset' | 'limit'>;

function narrowing({ filters, changedSince }: Narrowing): Condition {
  const tests = filters.map((filter) => filterConditions[filter]);
  const since = changedSince === undefined ? undefined : Date.parse(changedSince);
  if (since !== undefined) tests.push('updated_ms >= :since');
  return {
    sql: tests.length > 0 ? tests.join(' AND ') : 'TRUE',
    parameters: since === undefined ? {} : { since },
  };
}

/** Leaves hidden records out; without any of them nothing is asked, since every row would have to be read for it. */
function shownCondition(db: ReadableDb, resource: Resource): string {
  const hidden = db.get(
    `SELECT 1 FROM records WHERE resource = :resource AND state <> 'clean' AND judgement = 'hidden' LIMIT 1`,
    { resource: resource.name },
  );
  return hidden === undefined ? 'TRUE' : `judgement IS NOT 'hidden'`;
}

/** What SQL asks of the records that a list shows. */
export function listCondition(db: ReadableDb, resource: Resource, list: Narrowing): Condition {
  const search = searchCondition(list.search);
  const filters = narrowing(list);
  return {
    sql: `resource = :resource AND ${search.sql} AND ${filters.sql} AND ${shownCondition(db, resource)}`,
    parameters: { resource: resource.name, ...search.parameters, ...filters.parameters },
  };
}

/** Reads one window of the list and the counts around it. */
export function listRecords(db: ReadableDb, resource: Resource, query: ListQuery): RecordWindow {
  const search = searchCondition(query.search);
  const filters = narrowing(query);
  const shown = shownCondition(db, resource);
  const where = `resource = :resource AND ${search.sql} AND ${filters.sql} AND ${shown}`;
  const parameters = { resource: resource.name, ...search.parameters, ...filters.parameters };
  const rows = db.all(
    `SELECT * FROM records WHERE ${where} ORDER BY ${orderOf(query.sort)} LIMIT :limit OFFSET :offset`,
    { ...parameters, limit: query.limit, offset: query.offset },
  ) as RecordSql[];
  const count = (condition: string, values: Parameters): number =>
    (db.get(`SELECT count(*) AS total FROM records WHERE ${condition}`, values) as { total: number }).total;
  const total = count(where, parameters);
  const isNarrowed = query.filters.length > 0 || query.changedSince !== undefined;
  return {
    rows: rows.map((row) => rowOf(resource, row)),
    total,
    totalWithoutFilters: isNarrowed
      ? count(`resource = :resource AND ${search.sql} AND ${shown}`, {
          resource: resource.name,
          ...search.parameters,
        })
      : total,
  };
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

const everything: Terms = { search: '', filters: [], sort: { by: 'name', direction: 'ascending' } };

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
  const search = searchCondition(terms.search);
  const filters = narrowing(terms);
  const rows = db.each(
    `SELECT * FROM records WHERE resource = :resource AND ${search.sql} AND ${filters.sql}
       AND ${shownCondition(db, resource)}
     ORDER BY ${orderOf(terms.sort)}`,
    { resource: resource.name, ...search.parameters, ...filters.parameters },
  );
  for (const row of rows) yield rowOf(resource, row as RecordSql);
}

/** Counts the records and the ones that are not simply on the server. */
export function countRecords(db: ReadableDb, resource: Resource): Counts {
  const { total } = db.get('SELECT count(*) AS total FROM records WHERE resource = :resource', {
    resource: resource.name,
  }) as { total: number };
  const states = db.all(
    `SELECT coalesce(judgement, state) AS state, count(*) AS number FROM records
     WHERE resource = :resource AND state <> 'clean' GROUP BY 1`,
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
  };
}
