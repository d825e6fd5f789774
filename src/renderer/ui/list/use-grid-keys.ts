import type { KeyboardEvent, RefObject } from 'react';
import { HEAD_HEIGHT } from './grid-measures.ts';
import { rowAfterKey } from './grid-keys.ts';
import type { Rows } from './use-rows.ts';

type Parts = {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly rows: Rows;
  readonly rowHeight: number;
  readonly activeIndex: number | undefined;
  /** How rows are selected, where several can be. */
  readonly choice?: { readonly toggle: (index: number) => void; readonly extend: (index: number) => void };
  readonly onMove: (index: number) => void;
  readonly onOpen: (index: number, how: 'click' | 'enter') => void;
  readonly onEscape: () => void;
  readonly onMenuKey?: (index: number) => void;
};

/** Answers what a key on the list does; true when it did something. */
type Key = (event: KeyboardEvent) => boolean;

/** Hears the keys of the list: they move, open, select, ask for the menu of the row, and leave. */
export function useGridKeys(parts: Parts): (event: KeyboardEvent<HTMLDivElement>) => void {
  const keys = { plain: plainKey(parts), shift: shiftKey(parts), command: commandKey(parts) };
  return (event) => {
    const chord = chordOf(event);
    // Important! Enter and the arrows on a button of the head are that button's.
    const isMeant = event.target === event.currentTarget || event.code === 'Escape';
    if (chord !== undefined && isMeant && keys[chord](event)) event.preventDefault();
  };
}

function chordOf({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): 'plain' | 'shift' | 'command' | undefined {
  if (altKey || ((ctrlKey || metaKey) && shiftKey)) return undefined;
  if (ctrlKey || metaKey) return 'command';
  return shiftKey ? 'shift' : 'plain';
}

const nextRow = ({ gridRef, rows, rowHeight, activeIndex }: Parts, code: string): number | undefined => {
  const room = (gridRef.current?.clientHeight ?? 0) - HEAD_HEIGHT;
  return rowAfterKey(code, { index: activeIndex, total: rows.total, page: Math.floor(room / rowHeight) });
};

/** Does something with a row, if there is one. */
const withRow = (index: number | undefined, act: ((index: number) => void) | undefined): boolean => {
  if (index === undefined || !act) return false;
  act(index);
  return true;
};

const plainKey = (parts: Parts): Key => {
  const { activeIndex, choice } = parts;
  return ({ code }) => {
    switch (code) {
      case 'Escape':
        parts.onEscape();
        return true;
      case 'Enter':
        return withRow(activeIndex, (index) => {
          parts.onOpen(index, 'enter');
        });
      case 'Space':
        return withRow(activeIndex, choice?.toggle);
      case 'ContextMenu':
        return withRow(activeIndex, parts.onMenuKey);
      default:
        return withRow(nextRow(parts, code), parts.onMove);
    }
  };
};

const shiftKey =
  (parts: Parts): Key =>
  ({ code }) =>
    code === 'F10'
      ? withRow(parts.activeIndex, parts.onMenuKey)
      : withRow(nextRow(parts, code), parts.choice?.extend ?? parts.onMove);

const commandKey =
  ({ activeIndex, choice }: Parts): Key =>
  ({ code }) =>
    code === 'Space' && withRow(activeIndex, choice?.toggle);
