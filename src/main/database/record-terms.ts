import { fold } from '#shared/model/fold.ts';
import { fieldAskedBy, type FilteredField, type RecordFilter } from '#shared/model/record-filter.ts';
import type { RecordState } from '#shared/model/record.ts';
import type { Narrowing } from '#shared/model/selection.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Parameters, ReadableDb } from './handle.ts';
import { indexOf, IS_NOT_PRIMARY, isWithout, NO_TEXT, textOf } from './record-order.ts';
import { narrowByIndex } from './search-index.ts';

/** What SQL asks of a record, with its parameters. */
export type Condition = { readonly sql: string; readonly parameters: Parameters };

/** One thing that a list asks of a record, and where the records that fulfil it are found quickest. */
export type ListCondition = Condition & {
  readonly along: string;
  /** The same of a record that was met elsewhere: that its rowid is one of theirs or, where others are fewer, not one of those. */
  readonly byRowid?: string;
  /** Whether those others are so few that they may be noted again for every step of a way. */
  readonly areFew?: true;
  /** The same of each record by itself, where so many may fulfil it that the first of them are met soon in any order. */
  readonly byText?: string;
};

const BY_STATE = 'INDEXED BY records_by_state';

/** The states that each filter of states stands for. */
const statesOf: Partial<Readonly<Record<RecordFilter, readonly RecordState[]>>> = {
  waiting: ['dirty', 'sending', 'unknown'],
  decision: ['conflict'],
  attention: ['needs-attention'],
  missing: ['missing'],
};

const IS_PRIMARY = `(${IS_NOT_PRIMARY}) = 0`;
const BY_PRIMARY = 'INDEXED BY records_by_primary';

const primaryCondition: ListCondition = {
  sql: IS_PRIMARY,
  along: BY_PRIMARY,
  byRowid: `+rowid IN (SELECT rowid FROM records ${BY_PRIMARY} WHERE resource = :resource AND ${IS_PRIMARY})`,
  parameters: {},
};

/** A record is in one state at a time: several filters of states ask for the ones that are in any of them. */
function stateCondition(filters: readonly RecordFilter[]): ListCondition | undefined {
  const states = filters.flatMap((filter) => statesOf[filter] ?? []);
  if (states.length === 0) return undefined;
  const names = states.map((state) => `'${state}'`).join(', ');
  // `<> 'clean'` is what lets SQLite use the index of the few records that are not.
  return { sql: `state <> 'clean' AND state IN (${names})`, along: BY_STATE, parameters: {} };
}

/** What is true of a record whose field is empty: nothing, or nothing but spaces; each a range of the field's index. */
const emptySql: Readonly<Record<FilteredField, string>> = {
  first_name: `((${isWithout('first_name')}) = 1)`,
  last_name: `((${isWithout('last_name')}) = 1)`,
  email: isBlank('email'),
  remote_id: isBlank('remote_id'),
  last_download: isBlank('last_download'),
};

function isBlank(field: FilteredField): string {
  const text = textOf(field);
  return `(${text} = ${NO_TEXT} OR (${text} < '!' AND trim(${text}) = ''))`;
}

const emptyCondition = (field: FilteredField): ListCondition => ({
  sql: emptySql[field],
  along: alongOf(field),
  parameters: {},
});

/** That no field of some is empty: most records, so that those which are taken out are noted instead, all in one go. */
function setCondition([first, ...others]: readonly FilteredField[]): ListCondition | undefined {
  if (first === undefined) return undefined;
  const alsoSet = others.length === 0 ? '' : ` AND ${noneEmpty(others)}`;
  return {
    sql: `NOT ${emptySql[first]}${alsoSet}`,
    along: alongOf(first),
    byRowid: noneEmpty([first, ...others]),
    parameters: {},
  };
}

const noneEmpty = (fields: readonly FilteredField[]): string => {
  const empty = fields.map(
    (field) => `SELECT rowid FROM records ${alongOf(field)}
    WHERE resource = :resource AND ${emptySql[field]}`,
  );
  return `rowid NOT IN (${empty.join(' UNION ALL ')})`;
};

const alongOf = (field: FilteredField): string => `INDEXED BY ${indexOf(field)}`;

function fieldConditions(filters: readonly RecordFilter[]): (ListCondition | undefined)[] {
  const asked = filters.map(fieldAskedBy).filter((one) => one !== undefined);
  const fields = (isEmpty: boolean): FilteredField[] =>
    asked.filter((one) => one.isEmpty === isEmpty).map(({ field }) => field);
  return [...fields(true).map(emptyCondition), setCondition(fields(false))];
}

/** What a search asks of a record: every word, folded, also inside words; `undefined` when it asks nothing. */
function searchCondition(db: ReadableDb, search: string): ListCondition | undefined {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return undefined;
  const named = words.map((word, place) => [`word${String(place)}`, word] as const);
  const parameters = Object.fromEntries(named);
  const read = named.map(([name]) => `instr(search_text, :${name}) > 0`).join(' AND ');
  const narrowed = narrowByIndex(db, words);
  // The index of the first names has every searched text in it: a fraction of what the records are.
  if (!narrowed) return { sql: read, along: 'INDEXED BY records_by_first_name', byText: read, parameters };
  return {
    sql: `rowid IN (${narrowed.sql}) AND ${read}`,
    along: 'NOT INDEXED',
    ...(narrowed.isBroad && { byText: read }),
    parameters: { ...parameters, match: narrowed.match },
  };
}

function sinceCondition(changedSince: string | undefined): ListCondition | undefined {
  if (changedSince === undefined) return undefined;
  const since = Date.parse(changedSince);
  return { sql: 'updated_ms >= :since', along: 'INDEXED BY records_by_updated', parameters: { since } };
}

const HIDDEN = `resource = :resource AND state <> 'clean' AND judgement = 'hidden'`;

/** Leaves hidden records out; without any of them nothing is asked. */
function shownCondition(db: ReadableDb, resource: Resource): ListCondition | undefined {
  const hidden = db.get(`SELECT 1 FROM records ${BY_STATE} WHERE ${HIDDEN} LIMIT 1`, {
    resource: resource.name,
  });
  if (hidden === undefined) return undefined;
  const sql = `rowid NOT IN (SELECT rowid FROM records ${BY_STATE} WHERE ${HIDDEN})`;
  return { sql, byRowid: sql, areFew: true, along: '', parameters: {} };
}

const isThere = (condition: ListCondition | undefined): condition is ListCondition => condition !== undefined;

/** What a list asks of its records: by its search, by its filters, and of all that are shown at all. */
export type Asked = {
  readonly search: readonly ListCondition[];
  readonly filters: readonly ListCondition[];
  readonly shown: readonly ListCondition[];
};

/** Puts what a list asks of its records into conditions. */
export const conditionsOf = (db: ReadableDb, resource: Resource, terms: Narrowing): Asked => ({
  search: [searchCondition(db, terms.search)].filter(isThere),
  filters: [
    terms.filters.includes('primary') ? primaryCondition : undefined,
    stateCondition(terms.filters),
    sinceCondition(terms.changedSince),
    ...fieldConditions(terms.filters),
  ].filter(isThere),
  shown: [shownCondition(db, resource)].filter(isThere),
});

/** What SQL asks of the records that a list shows. */
export function listCondition(db: ReadableDb, resource: Resource, list: Narrowing): Condition {
  const { search, filters, shown } = conditionsOf(db, resource, list);
  const asked = [...search, ...filters, ...shown];
  return {
    sql: ['resource = :resource', ...asked.map(({ sql, byRowid }) => byRowid ?? sql)].join(' AND '),
    parameters: parametersOf(resource, asked),
  };
}

/** What the SQL of some conditions is told. */
export const parametersOf = (resource: Resource, asked: readonly Condition[]): Parameters =>
  Object.assign({ resource: resource.name }, ...asked.map(({ parameters }) => parameters)) as Parameters;
