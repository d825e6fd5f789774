import type { ListQuery } from '#shared/model/record.ts';
import type { Parameters, ReadableDb } from './handle.ts';
import { inOrder, termsOf, type OrderTerm } from './record-order.ts';

/** Places from one mark to the next. */
const STEP = 5000;

/** A way along records: where SQL finds them, and in which order; its condition is fulfilled by a look at each record. */
export type Way = {
  readonly from: string;
  readonly parameters: Parameters;
  readonly sort: ListQuery['sort'];
};

/** Where a record stands in an order: its values for the terms of it. */
type Key = readonly (string | number)[];

/** The keys of the last record of each step, as far as a way was gone since the copy was changed last. */
type Marks = { readonly of: string; readonly keys: Key[] };

const lastMarks = new WeakMap<ReadableDb, Marks>();

/**
 * Reads the rowids of the records at some places of a way, in its order. It goes on behind the nearest mark by its key
 * (keyset), so that a place far down costs what one at the beginning costs, once the way there was gone.
 */
export function rowidsAt(
  db: ReadableDb,
  way: Way,
  { offset, limit }: Pick<ListQuery, 'offset' | 'limit'>,
): number[] {
  const { keys } = marksOf(db, way);
  const steps = Math.floor(offset / STEP);
  while (keys.length < steps) {
    const [last] = keysBehind(db, way, { key: keys.at(-1), skip: STEP - 1, limit: 1 });
    if (!last) return [];
    keys.push(last);
  }
  const place = { key: keys[steps - 1], skip: offset - steps * STEP, limit };
  return keysBehind(db, way, place).map((key) => Number(key.at(-1)));
}

function marksOf(db: ReadableDb, way: Way): Marks {
  const changes = db.get(
    'SELECT total_changes() AS here, data_version AS elsewhere FROM pragma_data_version',
  );
  const of = JSON.stringify([way, changes]);
  const known = lastMarks.get(db);
  if (known?.of === of) return known;
  const fresh = { of, keys: [] };
  lastMarks.set(db, fresh);
  return fresh;
}

type Behind = { readonly key: Key | undefined; readonly skip: number; readonly limit: number };

/** Reads the keys of the records behind one, or from the beginning. */
function keysBehind(db: ReadableDb, way: Way, { key = [], skip, limit }: Behind): Key[] {
  const terms = termsOf(way.sort);
  const columns = terms.map(({ sql }, place) => `${sql} AS key${String(place)}`).join(', ');
  const named = Object.fromEntries(key.map((value, place) => [`key${String(place)}`, value]));
  const parameters = { ...way.parameters, ...named };
  const found: Key[] = [];
  let left = skip;
  for (const { condition, order } of piecesBehind(terms, key)) {
    const from = `FROM records ${way.from} AND ${condition}`;
    const rows = db.all(`SELECT ${columns} ${from} ORDER BY ${order} LIMIT :limit OFFSET :left`, {
      ...parameters,
      limit: limit - found.length,
      left,
    }) as Record<string, string | number>[];
    found.push(...rows.map((row) => Object.values(row)));
    if (found.length === limit) break;
    left = rows.length > 0 || left === 0 ? 0 : left - countOf(db, from, parameters);
  }
  return found;
}

const countOf = (db: ReadableDb, from: string, parameters: Parameters): number =>
  (db.get(`SELECT count(*) AS number ${from}`, parameters) as { number: number }).number;

/** Records that lie in one piece of an index, in the order that is left among them. */
type Piece = { readonly condition: string; readonly order: string };

/** The records behind a key: first those that are like it in all terms but the last one, at last those that are in none. */
function piecesBehind(terms: readonly OrderTerm[], key: Key): readonly Piece[] {
  if (key.length === 0) return [{ condition: 'TRUE', order: inOrder(terms) }];
  // In parentheses: a term may be a comparison itself. None of them is ever NULL.
  const pieces = terms.map(({ sql, way }, place) => {
    const alike = terms.slice(0, place).map((term, at) => `(${term.sql}) = :key${String(at)}`);
    const behind = `(${sql}) ${way === 'ASC' ? '>' : '<'} :key${String(place)}`;
    return { condition: [...alike, behind].join(' AND '), order: inOrder(terms.slice(place)) };
  });
  return pieces.reverse();
}
