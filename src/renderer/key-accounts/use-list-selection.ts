import { useMemo, useState } from 'react';
import type { SelectionCount } from '#shared/model/selection.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import { useSelectionCount, type NamedSelection, type SelectedRecords } from '../api/selection.ts';
import { isNothing, narrowingOf, noSelection, scopeOf, type ListSelection } from './list-selection.ts';
import type { Active } from '../ui/list/list-state.ts';

/** What was selected before the last stretch of rows, and the row that the stretch begins at. */
type Kept = {
  readonly name: string;
  readonly selection: ListSelection;
  readonly base: ListSelection;
  readonly anchor: Active | undefined;
  /** What is typed for all of them and not given yet, by field. */
  readonly typed: Readonly<Record<string, string>>;
};

/** The selection of the list; it outlives the screen. */
export type KeptSelection = Kept & {
  readonly named: NamedSelection | undefined;
  readonly count: SelectionCount | undefined;
  /** The selection while it has records. */
  readonly selected: SelectedRecords | undefined;
  readonly keep: (change: Partial<Omit<Kept, 'name' | 'typed'>>) => void;
  readonly type: (field: string, text: string) => void;
  readonly clear: () => void;
};

const nothing = (): Kept => ({
  name: crypto.randomUUID(),
  selection: noSelection,
  base: noSelection,
  anchor: undefined,
  typed: {},
});

/** Keeps what is selected in the list. */
export function useListSelection(terms: ListTerms): KeptSelection {
  const [kept, setKept] = useState(nothing);
  const { name, selection } = kept;
  const named = useMemo(
    () => (isNothing(selection) ? undefined : { name, selection: scopeOf(selection) }),
    [name, selection],
  );
  const { data } = useSelectionCount(named, narrowingOf(terms));
  const count = named && data;
  const acts = useMemo(
    () => ({
      keep: (change: Partial<Omit<Kept, 'name' | 'typed'>>) => {
        setKept((before) => ({
          ...before,
          ...change,
          ...(change.selection && { name: crypto.randomUUID() }),
          ...(change.selection && isNothing(change.selection) && { typed: {} }),
        }));
      },
      type: (field: string, text: string) => {
        setKept((before) => ({ ...before, typed: { ...before.typed, [field]: text } }));
      },
      clear: () => {
        setKept(nothing());
      },
    }),
    [],
  );
  const records = count?.records ?? 0;
  const selected = useMemo(
    () => (named && records > 0 ? { ...named, records } : undefined),
    [named, records],
  );
  return { ...kept, named, count, selected, ...acts };
}
