import type { ListQuery, SortKey } from '#shared/model/record.ts';

/** What stands in the order where a record has no text: behind all others. */
export const NO_TEXT = 'char(1114111)';

/** A text of a record as the list is ordered by it. */
export const textOf = (field: string): string =>
  `coalesce(nullif(lower(local ->> '$.${field}'), ''), ${NO_TEXT})`;

/** What is true of every record that lacks a name; the indexes of the names know it. */
export const isWithout = (field: string): string => `trim(coalesce(local ->> '$.${field}', '')) = ''`;

/** What is true of every record that is not primary; `records_by_primary` knows it. */
export const IS_NOT_PRIMARY = `local ->> '$.primary' IS NOT 1`;

/**
 * What the list is ordered by; each is the index of its name in migrations/0006-search.ts or a later one. The searched text begins with
 * the folded first name; from its second line on it begins with the folded last one.
 */
const sortTerms: Readonly<Record<SortKey, readonly string[]>> = {
  name: ['label', 'search_text'],
  first_name: [isWithout('first_name'), 'search_text'],
  last_name: [
    isWithout('last_name'),
    `substr(search_text, iif(local ->> '$.first_name' IS NULL, 1, instr(search_text, char(10)) + 1))`,
  ],
  email: [textOf('email')],
  remote_id: [textOf('remote_id')],
  primary: [IS_NOT_PRIMARY],
  last_download: [textOf('last_download')],
  state: [
    `CASE state WHEN 'conflict' THEN 0 WHEN 'needs-attention' THEN 1 WHEN 'missing' THEN 2
      WHEN 'clean' THEN 4 ELSE 3 END`,
  ],
  updated: ['updated_ms', 'search_text'],
  created: [`coalesce(base_raw ->> '$.created_at', created_at)`],
};

/** The orders whose index has the searched text in it, so that a search is answered by the index alone. */
export const hasText = (by: SortKey): boolean => by === 'name' || by === 'updated';

/** One term of an order, and which way it runs. */
export type OrderTerm = { readonly sql: string; readonly way: 'ASC' | 'DESC' };

/** The terms of an order, the first one leading; records that are alike in all of them stand as they came here. */
export function termsOf({ by, direction }: ListQuery['sort']): readonly OrderTerm[] {
  const [way, other] = direction === 'ascending' ? (['ASC', 'DESC'] as const) : (['DESC', 'ASC'] as const);
  // Newest first, and those of one moment from A to Z.
  const among = by === 'updated' ? other : way;
  return [...sortTerms[by], 'rowid'].map((sql, place) => ({ sql, way: place === 0 ? way : among }));
}

/** Terms as SQL orders by them. */
export const inOrder = (terms: readonly OrderTerm[]): string =>
  terms.map(({ sql, way }) => `${sql} ${way}`).join(', ');

/** The order of the list as SQL. */
export const orderOf = (sort: ListQuery['sort']): string => inOrder(termsOf(sort));

/** The index that has the records in an order. */
export const indexOf = (by: SortKey): string => (by === 'state' ? 'records_by_urgency' : `records_by_${by}`);
