import { useEffect, useState, type RefObject } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useStable } from '../use-stable.ts';
import type { ListState } from './list-state.ts';
import type { Rows } from './use-rows.ts';

/** Asks for the focus in the first field of a record; every wish is an object of its own. */
export type FocusWish = { readonly id: RecordId };

/** Where the keyboard and the open record stand in the list, and how to move them. */
export type Selection = {
  readonly activeIndex: number | undefined;
  readonly openIndex: number | undefined;
  readonly move: (index: number) => void;
  readonly open: (index: number, how: 'click' | 'enter') => void;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
  readonly escape: () => void;
  readonly enterGrid: () => void;
  /** The record whose first field takes the focus as soon as it is shown. */
  readonly wish: FocusWish | undefined;
};

type Parts = {
  readonly list: ListState;
  readonly rows: Rows;
  readonly gridRef: RefObject<HTMLDivElement | null>;
};

/** Moves through the list; the selection follows the record, even when rows move. */
export function useSelection({ list, rows, gridRef }: Parts): Selection {
  const { active, open } = list;
  const activeIndex = placeOf(active?.id, active?.index, rows);
  const openId = open?.kind === 'record' ? open.id : undefined;
  const [wish, setWish] = useState<FocusWish>();
  useLateRow({ list, rows, activeIndex });
  const focusGrid = (): void => {
    requestAnimationFrame(() => gridRef.current?.focus());
  };
  const move = (index: number): void => {
    const row = rows.at(index);
    list.setActive({ index, id: row?.id });
    if (open && row) list.setOpen({ kind: 'record', id: row.id });
  };
  const close = useStable(() => {
    list.setOpen(undefined);
    focusGrid();
  });
  const step = useStable((by: 1 | -1) => {
    const from = activeIndex ?? (by === 1 ? -1 : rows.total);
    const next = from + by;
    if (next >= 0 && next < rows.total) move(next);
  });
  return {
    activeIndex,
    wish,
    openIndex: openId === undefined ? undefined : rows.find(openId),
    move,
    open: (index, how) => {
      const row = rows.at(index);
      if (!row) return;
      list.setActive({ index, id: row.id });
      list.setOpen({ kind: 'record', id: row.id });
      setWish(how === 'enter' ? { id: row.id } : undefined);
    },
    step,
    close,
    escape: () => {
      if (open) close();
      else if (list.terms.search !== '') list.change({ search: '' });
    },
    enterGrid: () => {
      if (activeIndex === undefined && rows.total > 0) list.setActive({ index: 0, id: rows.at(0)?.id });
      focusGrid();
    },
  };
}

function placeOf(id: RecordId | undefined, index: number | undefined, rows: Rows): number | undefined {
  if (index === undefined || rows.total === 0) return undefined;
  const found = id === undefined ? undefined : rows.find(id);
  return found ?? Math.min(index, rows.total - 1);
}

/** Opens the row that the keyboard jumped to before its window was there. */
function useLateRow(props: {
  readonly list: ListState;
  readonly rows: Rows;
  readonly activeIndex: number | undefined;
}): void {
  const { list, activeIndex } = props;
  const row =
    list.active !== undefined && list.active.id === undefined && activeIndex !== undefined
      ? props.rows.at(activeIndex)
      : undefined;
  const { setActive, setOpen, open } = list;
  useEffect(() => {
    if (!row || activeIndex === undefined) return;
    setActive({ index: activeIndex, id: row.id });
    if (open) setOpen({ kind: 'record', id: row.id });
  }, [row, activeIndex, setActive, setOpen, open]);
}

/** Puts the focus into the first field of a record's pane. */
export function focusFirstField(pane: HTMLElement | null): void {
  pane?.querySelector<HTMLInputElement>('input')?.focus();
}
