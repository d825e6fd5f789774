import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { SortKey } from '#shared/model/record.ts';

/** How far a head is dragged before it is no click any more, in CSS pixels. */
const THRESHOLD = 5;

/** A head on its way: before which column it would stand, behind all of them without one. */
export type Carried = { readonly column: SortKey; readonly before: SortKey | undefined };

/** The dragging of a head to another place. */
export type ColumnDrag = {
  readonly carried: Carried | undefined;
  readonly onPointerDown: (column: SortKey, event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly cancel: () => void;
  /** Whether the click that follows belongs to a drag; asked once. */
  readonly takesClick: () => boolean;
};

type Pressed = { readonly column: SortKey; readonly x: number };

/** Lets a person drag the heads of a list to another place; `onMove` is told where one was let go. */
export function useColumnDrag(
  headRef: RefObject<HTMLElement | null>,
  onMove: (carried: Carried) => void,
): ColumnDrag {
  const [carried, setCarried] = useState<Carried>();
  const pressed = useRef<Pressed>(undefined);
  const wasDragged = useRef(false);
  const end = (): void => {
    pressed.current = undefined;
    setCarried(undefined);
  };
  return {
    carried,
    onPointerDown: (column, event) => {
      wasDragged.current = false;
      if (event.button !== 0) return;
      pressed.current = { column, x: event.clientX };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const from = pressed.current;
      if (!from || !headRef.current) return;
      if (!wasDragged.current && Math.abs(event.clientX - from.x) < THRESHOLD) return;
      wasDragged.current = true;
      setCarried({ column: from.column, before: columnAt(headRef.current, event.clientX, from.column) });
    },
    onPointerUp: (event) => {
      const from = pressed.current;
      // By where it was let go: the last move may not be drawn yet.
      if (from && headRef.current && wasDragged.current)
        onMove({ column: from.column, before: columnAt(headRef.current, event.clientX, from.column) });
      end();
    },
    cancel: end,
    takesClick: () => {
      const takes = wasDragged.current;
      wasDragged.current = false;
      return takes;
    },
  };
}

/** The first column, in reading order, whose middle is behind a place of the screen; the carried one left out. */
function columnAt(head: HTMLElement, x: number, carried: SortKey): SortKey | undefined {
  const isRightToLeft = getComputedStyle(head).direction === 'rtl';
  const cells = [...head.querySelectorAll<HTMLElement>('[data-column]')];
  const next = cells.find((cell) => {
    if (cell.dataset['column'] === carried) return false;
    const { left, width } = cell.getBoundingClientRect();
    const middle = left + width / 2;
    return isRightToLeft ? x > middle : x < middle;
  });
  return next?.dataset['column'] as SortKey | undefined;
}
