import { useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { MOST_NAMED } from '#shared/model/selection.ts';
import { wordsOf } from '#shared/language/language.ts';
import { listIds, useSelectedAmong } from '../api/selection.ts';
import { useToasts } from '../ui/toast-context.ts';
import { allOf, isSelected, isTellable, narrowingOf, withIds, withoutId } from './list-selection.ts';
import type { ListState } from '../ui/list/list-state.ts';
import type { KeptSelection } from './use-list-selection.ts';
import type { Rows } from '../ui/list/use-rows.ts';
import type { Range } from '../ui/list/windows.ts';

const words = wordsOf('selection');

/** What is selected among the rows, and how to change it. */
export type RowChoice = {
  readonly isSelecting: boolean;
  readonly isSelected: (row: RecordRow | undefined) => boolean;
  /** Selects a row, or no longer. */
  readonly toggle: (index: number) => void;
  /** Selects from where the last stretch began, or the keyboard stood, to a row. */
  readonly extend: (index: number) => void;
  /** The next stretch begins where the keyboard then stands. */
  readonly settle: () => void;
  readonly clear: () => void;
};

type Parts = {
  readonly list: ListState;
  readonly rows: Rows;
  readonly kept: KeptSelection;
  readonly range: Range;
  readonly activeIndex: number | undefined;
};

/** Answers how rows are selected by the mouse and the keyboard. */
export function useRowChoice(parts: Parts): RowChoice {
  const { list, rows, kept } = parts;
  const { selection, selected, keep, clear } = kept;
  const among = useSelectedAmong(kept.named, useShownIds(parts));
  const known = { list: narrowingOf(list.terms), among };
  const isOn = (row: RecordRow | undefined): boolean =>
    row !== undefined && isSelected(selection, row.id, known);
  const extend = useExtend(parts);
  const toasts = useToasts();
  return {
    isSelecting: selected !== undefined,
    isSelected: isOn,
    toggle: (index) => {
      const row = rows.at(index);
      if (!row) return;
      const { id } = row;
      const next = isOn(row) ? withoutId(selection, id) : withIds(selection, [id]);
      if (isTellable(next)) keep({ selection: next, base: next, anchor: { index, id } });
      else toasts.show({ text: words.tooMany({ most: MOST_NAMED }), isFailure: true });
      list.setActive({ index, id });
    },
    extend,
    settle: () => {
      if (kept.anchor) keep({ base: selection, anchor: undefined });
    },
    clear,
  };
}

/** Rows beside each other, and where they were begun. */
type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly anchor: KeptSelection['anchor'];
};

function useExtend({ list, rows, kept, activeIndex }: Parts): (index: number) => void {
  const asked = useRef(0);
  const toasts = useToasts();
  // What is read late, or tried again, comes to what is selected by then.
  const latest = useRef(kept);
  useEffect(() => {
    latest.current = kept;
  });
  const tooMany = (): void => {
    toasts.show({ text: words.tooMany({ most: MOST_NAMED }), isFailure: true });
  };
  const put = (ids: readonly RecordId[], anchor: KeptSelection['anchor']): void => {
    const selection = withIds(latest.current.base, ids);
    if (isTellable(selection)) kept.keep({ selection, anchor });
    else tooMany();
  };
  const select = async ({ from, to, anchor }: Stretch): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const ids = knownIds(rows, from, to);
    if (ids) {
      put(ids, anchor);
      return;
    }
    const { search, filters, changedSince, sort } = list.terms;
    const answer = await listIds({ search, filters, changedSince, sort, offset: from, limit: to - from + 1 });
    if (!answer.ok) toasts.fail(answer.failure, () => void select({ from, to, anchor }));
    // Whoever goes on meanwhile has asked anew.
    else if (asked.current === mine) put(answer.value, anchor);
  };
  return (index) => {
    const start = kept.anchor ? (placeOf(rows, kept.anchor) ?? index) : (activeIndex ?? index);
    const anchor = kept.anchor ?? { index: start, id: rows.at(start)?.id };
    const [from, to] = [Math.min(start, index), Math.max(start, index)];
    list.setActive({ index, id: rows.at(index)?.id });
    if (to - from < MOST_NAMED) void select({ from, to, anchor });
    else if (rows.isCounted && to - from + 1 === rows.total)
      kept.keep({ selection: allOf(list.terms), anchor });
    else tooMany();
  };
}

const placeOf = (rows: Rows, { id, index }: NonNullable<KeptSelection['anchor']>): number | undefined =>
  (id === undefined ? undefined : rows.find(id)) ?? (index < rows.total ? index : undefined);

/** The ids of rows that are all there already. */
function knownIds(rows: Rows, from: number, to: number): RecordId[] | undefined {
  const ids: RecordId[] = [];
  for (let index = from; index <= to; index += 1) {
    const row = rows.at(index);
    if (!row) return undefined;
    ids.push(row.id);
  }
  return ids;
}

/** Rows that are asked about together, so that not every step of a scroll asks. */
const BLOCK = 50;

/** The ids of the rows on the screen and around it. */
function useShownIds({ rows, range }: Parts): readonly RecordId[] {
  const first = Math.max(0, Math.floor(range.start / BLOCK) - 1) * BLOCK;
  const last = Math.min(rows.total, (Math.floor(range.end / BLOCK) + 2) * BLOCK);
  const ids: RecordId[] = [];
  for (let index = first; index < last; index += 1) {
    const id = rows.at(index)?.id;
    if (id !== undefined) ids.push(id);
  }
  const name = ids.join();
  // The same ids stay the same object, so that nothing is asked for again.
  return useMemo(() => (name === '' ? [] : (name.split(',') as RecordId[])), [name]);
}
