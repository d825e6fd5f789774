import { useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { toggled, type RecordFilter } from '#shared/model/record-filter.ts';
import type { Since, ViewId, ViewTerms } from '#shared/model/view.ts';
import type { ListSource, ListTerms } from '../../api/key-accounts.ts';
import { useToday } from '../use-now.ts';
import { sinceStart } from './since.ts';

/** What the pane beside the list shows. */
export type Open =
  | {
      readonly kind: 'record';
      readonly id: RecordId;
      /** The id that it was opened under, where the service gave it another one since. */
      readonly openedAs?: RecordId;
      /** The field that it was opened for. */
      readonly field?: string;
      /** The side of it that it was opened for. */
      readonly tab?: 'history';
    }
  | { readonly kind: 'new'; readonly seed: Values; readonly key: string };

/** The row that the keyboard stands on: its place, and the record once it is known. */
export type Active = { readonly index: number; readonly id: RecordId | undefined };

/** What the list shows and what is open beside it; it outlives the screen. */
export type ListState = {
  readonly source: ListSource;
  /** What the list is asked for today. */
  readonly terms: ListTerms;
  /** Since when it asks for changes, as a person said it: today is another moment tomorrow. */
  readonly since: Since | undefined;
  /** The saved view that was chosen last; the terms may have been changed since. */
  readonly view: ViewId | undefined;
  readonly open: Open | undefined;
  readonly active: Active | undefined;
  readonly change: (terms: Partial<Omit<ListTerms, 'changedSince'>>) => void;
  /** How often the search was set by anything but typing. */
  readonly turn: number;
  /** Narrows the list to a text that was typed in some turn; one of an earlier turn comes too late. */
  readonly narrow: (search: string, turn: number) => void;
  readonly toggle: (filter: RecordFilter) => void;
  readonly setSince: (since: Since | undefined) => void;
  readonly clearFilters: () => void;
  /** Shows what a saved view shows, or with `undefined` everything. */
  readonly showView: (view: ViewId | undefined, shown?: ViewedTerms) => void;
  /** Says which saved view the terms are, without a change of them. */
  readonly nameView: (view: ViewId | undefined) => void;
  readonly setOpen: (open: Open | undefined) => void;
  /** Goes on with the open record under the id that the service gave it; what is being typed stays. */
  readonly follow: (from: RecordId, to: RecordId) => void;
  /** Opens the form of a new record; what was typed into the one before is saved. */
  readonly openNew: (seed: Values) => void;
  /** Whether the person asked for the search and is not there yet. */
  readonly isFinding: boolean;
  readonly find: () => void;
  readonly found: () => void;
  readonly setActive: (active: Active | undefined) => void;
};

/** What a list shows beside its search, which changes with every letter, and how that is changed. */
export type ListFilters = Pick<ListTerms, 'filters' | 'sort'> &
  Pick<ListState, 'since' | 'change' | 'toggle' | 'setSince'> & {
    /** Whether nothing is open beside the list. */
    readonly isAlone: boolean;
  };

/** What a saved view shows, its columns aside. */
export type ViewedTerms = Omit<ViewTerms, 'columns'>;

/** What a list shows at first. */
export const initialTerms: ViewedTerms = {
  search: '',
  filters: [],
  sort: { by: 'updated', direction: 'descending' },
};

/** Whether the list shows less than everything. */
export const isNarrowed = ({ search, filters, changedSince }: ListTerms): boolean =>
  search !== '' || filters.length > 0 || changedSince !== undefined;

/** What a list is asked for on some day. */
export const termsOn = ({ search, filters, sort, since }: ViewedTerms, day: Date): ListTerms => ({
  search,
  filters,
  sort,
  ...(since && { changedSince: sinceStart(since, day) }),
});

type Put<Value> = Dispatch<SetStateAction<Value>>;

/** What the list shows, and how often its search was set by anything but typing. */
type Shown = { readonly viewed: ViewedTerms; readonly turn: number };

/** What the acts on the list put in place of what is there. */
type Setters = {
  readonly setShown: Put<Shown>;
  readonly setView: Put<ViewId | undefined>;
  readonly setActive: Put<Active | undefined>;
};

type TermActs = Pick<
  ListState,
  'change' | 'narrow' | 'toggle' | 'setSince' | 'clearFilters' | 'showView' | 'nameView'
>;

/** The acts that change which records are shown: the keyboard stands on none of them then. */
function termActs({ setShown, setView, setActive }: Setters): TermActs {
  const put = (next: (before: ViewedTerms) => ViewedTerms, { setsSearch = false } = {}): void => {
    setShown(({ viewed, turn }) => ({ viewed: next(viewed), turn: setsSearch ? turn + 1 : turn }));
    setActive(undefined);
  };
  return {
    change: (change) => {
      put((before) => ({ ...before, ...change }), { setsSearch: change.search !== undefined });
    },
    narrow: (search, turn) => {
      setShown((before) => (before.turn === turn ? { viewed: { ...before.viewed, search }, turn } : before));
    },
    toggle: (filter) => {
      put((before) => ({ ...before, filters: toggled(before.filters, filter) }));
    },
    setSince: (since) => {
      put((before) => ({ ...before, since }));
    },
    clearFilters: () => {
      put((before) => ({ ...before, filters: [], since: undefined }));
    },
    showView: (view, shown = initialTerms) => {
      setView(view);
      put(() => shown, { setsSearch: true });
    },
    nameView: setView,
  };
}

/** Keeps what a list shows. */
export function useListState(source: ListSource): ListState {
  const [{ viewed, turn }, setShown] = useState<Shown>({ viewed: initialTerms, turn: 0 });
  const day = useToday();
  const terms = useMemo(() => termsOn(viewed, new Date(day)), [viewed, day]);
  const [view, setView] = useState<ViewId>();
  const [open, setOpen] = useState<Open>();
  const [active, setActive] = useState<Active>();
  const [isFinding, setFinding] = useState(false);
  const acts = useMemo(
    () => ({
      ...termActs({ setShown, setView, setActive }),
      setOpen,
      follow: (from: RecordId, to: RecordId) => {
        setOpen((before) => followed(before, from, to));
        setActive((before) => (before?.id === from ? { ...before, id: to } : before));
      },
      openNew: (seed: Values) => {
        setOpen({ kind: 'new', seed, key: crypto.randomUUID() });
      },
      find: () => {
        setFinding(true);
      },
      found: () => {
        setFinding(false);
      },
      setActive,
    }),
    [],
  );
  return { source, terms, turn, since: viewed.since, view, open, active, isFinding, ...acts };
}

function followed(open: Open | undefined, from: RecordId, to: RecordId): Open | undefined {
  if (open?.kind !== 'record' || open.id !== from) return open;
  return { kind: 'record', id: to, openedAs: open.openedAs ?? from };
}
