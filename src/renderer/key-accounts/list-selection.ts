import type { RecordId } from '#shared/model/ids.ts';
import { MOST_NAMED, type Narrowing, type RecordSelection } from '#shared/model/selection.ts';
import type { ListTerms } from '../api/key-accounts.ts';

/** What is selected in the list: all that it shows when narrowed like this, with some more and some less. */
export type ListSelection = {
  readonly all: Narrowing | undefined;
  readonly more: ReadonlySet<RecordId>;
  readonly less: ReadonlySet<RecordId>;
};

/** Nothing. */
export const noSelection: ListSelection = { all: undefined, more: new Set(), less: new Set() };

/** What narrows a list, without its order. */
export const narrowingOf = ({ search, filters, changedSince }: ListTerms): Narrowing => ({
  search,
  filters,
  ...(changedSince !== undefined && { changedSince }),
});

/** All that a list shows. */
export const allOf = (terms: ListTerms): ListSelection => ({ ...noSelection, all: narrowingOf(terms) });

/** Whether nothing can be selected in it. */
export const isNothing = ({ all, more }: ListSelection): boolean => all === undefined && more.size === 0;

const without = (ids: ReadonlySet<RecordId>, out: Iterable<RecordId>): ReadonlySet<RecordId> => {
  const left = new Set(ids);
  for (const id of out) left.delete(id);
  return left;
};

/** Selects some records too. */
export const withIds = (selection: ListSelection, ids: readonly RecordId[]): ListSelection => ({
  ...selection,
  more: new Set([...selection.more, ...ids]),
  less: without(selection.less, ids),
});

/** Lets one record go. It is also left out of what is selected without its name. */
export const withoutId = (selection: ListSelection, id: RecordId): ListSelection => {
  const isOnlyNamed = selection.all === undefined && selection.more.has(id);
  return {
    ...selection,
    more: without(selection.more, [id]),
    less: isOnlyNamed ? selection.less : new Set([...selection.less, id]),
  };
};

/** Whether the main process can be told of so many single records. */
export const isTellable = ({ more, less }: ListSelection): boolean =>
  more.size <= MOST_NAMED && less.size <= MOST_NAMED;

const isSameList = (one: Narrowing, other: Narrowing): boolean =>
  one.search === other.search &&
  one.changedSince === other.changedSince &&
  one.filters.length === other.filters.length &&
  one.filters.every((filter) => other.filters.includes(filter));

/** What is known beside the selection: what narrows the list now, and the records that the main process named. */
export type Known = { readonly list: Narrowing; readonly among: ReadonlySet<RecordId> };

/** Whether a record that the list shows is selected. */
export function isSelected({ all, more, less }: ListSelection, id: RecordId, known: Known): boolean {
  if (less.has(id)) return false;
  if (more.has(id) || (all !== undefined && isSameList(all, known.list))) return true;
  return known.among.has(id);
}

/** The selection as the main process is asked about it. */
export const scopeOf = ({ all, more, less }: ListSelection): RecordSelection => ({
  ...(all && { all }),
  more: [...more],
  less: [...less],
});
