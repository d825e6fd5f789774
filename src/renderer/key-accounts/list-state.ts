import { useMemo, useState } from 'react';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordFilter } from '#shared/model/record.ts';
import type { ListTerms } from '../api/key-accounts.ts';

/** What the pane beside the list shows. */
export type Open =
  | {
      readonly kind: 'record';
      readonly id: RecordId;
      /** The id that it was opened under, where the service gave it another one since. */
      readonly openedAs?: RecordId;
      /** The field that it was opened for. */
      readonly field?: string;
    }
  | { readonly kind: 'new'; readonly seed: Values; readonly key: string };

/** The row that the keyboard stands on: its place, and the record once it is known. */
export type Active = { readonly index: number; readonly id: RecordId | undefined };

/** What the list shows and what is open beside it; it outlives the screen. */
export type ListState = {
  readonly terms: ListTerms;
  readonly open: Open | undefined;
  readonly active: Active | undefined;
  readonly change: (terms: Partial<ListTerms>) => void;
  readonly toggle: (filter: RecordFilter) => void;
  readonly setSince: (since: string | undefined) => void;
  readonly clearFilters: () => void;
  readonly setOpen: (open: Open | undefined) => void;
  /** Goes on with the open record under the id that the service gave it; what is being typed stays. */
  readonly follow: (from: RecordId, to: RecordId) => void;
  /** Opens the form of a new record; what was typed into the one before is saved. */
  readonly openNew: (seed: Values) => void;
  /** Counts how often the person asked for the search. */
  readonly findCount: number;
  readonly find: () => void;
  readonly setActive: (active: Active | undefined) => void;
};

const initialTerms: ListTerms = {
  search: '',
  filters: [],
  sort: { by: 'updated', direction: 'descending' },
};

/** Whether the list shows less than everything. */
export const isNarrowed = ({ search, filters, changedSince }: ListTerms): boolean =>
  search !== '' || filters.length > 0 || changedSince !== undefined;

const without = ({ search, filters, sort }: ListTerms): ListTerms => ({ search, filters, sort });

/** Keeps what the list shows. */
export function useListState(): ListState {
  const [terms, setTerms] = useState(initialTerms);
  const [open, setOpen] = useState<Open>();
  const [active, setActive] = useState<Active>();
  const [findCount, setFindCount] = useState(0);
  const acts = useMemo(
    () => ({
      change: (change: Partial<ListTerms>) => {
        setTerms((before) => ({ ...before, ...change }));
        setActive(undefined);
      },
      toggle: (filter: RecordFilter) => {
        setTerms((before) => ({ ...before, filters: toggled(before.filters, filter) }));
        setActive(undefined);
      },
      setSince: (since: string | undefined) => {
        setTerms((before) => ({ ...without(before), ...(since !== undefined && { changedSince: since }) }));
        setActive(undefined);
      },
      clearFilters: () => {
        setTerms((before) => ({ ...without(before), filters: [] }));
        setActive(undefined);
      },
      setOpen,
      follow: (from: RecordId, to: RecordId) => {
        setOpen((before) => followed(before, from, to));
        setActive((before) => (before?.id === from ? { ...before, id: to } : before));
      },
      openNew: (seed: Values) => {
        setOpen({ kind: 'new', seed, key: crypto.randomUUID() });
      },
      find: () => {
        setFindCount((count) => count + 1);
      },
      setActive,
    }),
    [],
  );
  return { terms, open, active, findCount, ...acts };
}

function followed(open: Open | undefined, from: RecordId, to: RecordId): Open | undefined {
  if (open?.kind !== 'record' || open.id !== from) return open;
  return { kind: 'record', id: to, openedAs: open.openedAs ?? from };
}

const toggled = (filters: readonly RecordFilter[], filter: RecordFilter): RecordFilter[] =>
  filters.includes(filter) ? filters.filter((one) => one !== filter) : [...filters, filter];
