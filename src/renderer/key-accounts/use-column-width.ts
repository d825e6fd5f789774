import { useState, type PointerEvent } from 'react';
import { flushSync } from 'react-dom';
import type { SortKey } from '#shared/model/record.ts';

/** A column whose edge is being dragged, and how wide it is just now, in CSS pixels. */
export type Stretched = { readonly column: SortKey; readonly width: number };

/** The dragging of a column's edge. */
export type ColumnWidth = {
  readonly stretched: Stretched | undefined;
  readonly onPointerDown: (column: SortKey, event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly cancel: () => void;
  /** The pointer was taken away in the middle: what is seen is kept. */
  readonly onLost: () => void;
};

type Pressed = {
  readonly column: SortKey;
  readonly x: number;
  readonly width: number;
  readonly sign: 1 | -1;
};

/** Lets a person drag the edge of a head; `onWidth` is told the width where it was let go. */
export function useColumnWidth(onWidth: (stretched: Stretched) => void): ColumnWidth {
  const [pressed, setPressed] = useState<Pressed>();
  const [stretched, setStretched] = useState<Stretched>();
  const cancel = (): void => {
    setPressed(undefined);
    setStretched(undefined);
  };
  return {
    stretched,
    onPointerDown: (column, event) => {
      const cell = event.currentTarget.parentElement;
      if (event.button !== 0 || !cell) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const sign = getComputedStyle(cell).direction === 'rtl' ? -1 : 1;
      setPressed({ column, x: event.clientX, width: cell.offsetWidth, sign });
    },
    onPointerMove: (event) => {
      if (pressed) setStretched(stretchedTo(event.clientX, pressed));
    },
    onPointerUp: ({ clientX, currentTarget }) => {
      if (pressed && (stretched || clientX !== pressed.x)) {
        const last = stretchedTo(clientX, pressed);
        // The last move may not be laid out yet.
        flushSync(() => {
          setStretched(last);
        });
        // The width that there was room for, not the one that was asked for.
        onWidth({ ...last, width: currentTarget.parentElement?.offsetWidth ?? last.width });
      }
      cancel();
    },
    cancel,
    onLost: () => {
      if (stretched) onWidth(stretched);
      cancel();
    },
  };
}

const stretchedTo = (to: number, { column, x, width, sign }: Pressed): Stretched => ({
  column,
  width: width + sign * (to - x),
});

/** How wide a column has to be for everything of it that the list has on the screen, in CSS pixels. */
export function contentWidth(grid: HTMLElement, column: SortKey): number {
  const cells = [...grid.querySelectorAll<HTMLElement>(`[data-column="${column}"]`)];
  return Math.max(...cells.map(widthInside)) + 1;
}

/** The width of a cell's parts side by side, those included that are cut. */
function widthInside(cell: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(cell).columnGap) || 0;
  const parts = [...cell.children].filter((part) => part.getAttribute('aria-hidden') !== 'true');
  return parts.reduce((sum, part) => sum + part.scrollWidth, gap * Math.max(0, parts.length - 1));
}
