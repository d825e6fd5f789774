import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range as VirtualRange,
  type Virtualizer,
} from '@tanstack/react-virtual';
import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { ListTerms } from '../../api/key-accounts.ts';
import { classes } from '../classes.ts';
import { useToday } from '../use-now.ts';
import { HEAD_HEIGHT } from './grid-measures.ts';
import css from './grid.module.css';
import type { Point } from './row-menu.tsx';
import type { Rows } from './use-rows.ts';
import type { Range } from './windows.ts';

/** Where a row stands: its place in the list, and how far down it is drawn, in CSS pixels. */
export type RowPlace = { readonly index: number; readonly top: number };

type GridProps = {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly rows: Rows;
  readonly terms: ListTerms;
  readonly rowHeight: number;
  readonly activeIndex: number | undefined;
  /** How many columns there are, those without room among them, and the tracks of those that are shown. */
  readonly columnCount: number;
  readonly tracks: string;
  /** How much of the end of the list something lies over, in CSS pixels. */
  readonly room?: number;
  readonly hasSelection?: boolean;
  readonly head: ReactNode;
  readonly row: (place: RowPlace) => ReactElement;
  readonly onRange: (range: Range) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly onRowClick: (index: number, event: MouseEvent<HTMLElement>) => void;
  /** The menu of a row was asked for, at a point of the window. */
  readonly onRowMenu: (index: number, point: Point) => void;
};

/** The id of a row's element, by its place. */
export const rowElementId = (index: number): string => `list-row-${String(index)}`;

/** A virtual grid that holds the focus itself and names its active row. */
export function VirtualGrid(props: GridProps): ReactElement {
  const { activeIndex, gridRef, onRowMenu, rows } = props;
  const virtual = useGridVirtualizer(props);
  const onRow =
    (act: (index: number, event: MouseEvent<HTMLElement>) => void) =>
    (event: MouseEvent<HTMLElement>): void => {
      const index = rowOf(event.target);
      if (index !== undefined) act(index, event);
    };
  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      {...(props.hasSelection === true && { 'aria-multiselectable': true })}
      aria-rowcount={rows.isCounted ? rows.total + 1 : -1}
      aria-colcount={props.columnCount}
      {...(activeIndex !== undefined && { 'aria-activedescendant': rowElementId(activeIndex) })}
      className={classes('scroll', css.grid)}
      style={{ '--columns': props.tracks } as CSSProperties}
      onKeyDown={props.onKeyDown}
      onContextMenu={onRow((index, event) => {
        event.preventDefault();
        onRowMenu(index, { x: event.clientX, y: event.clientY });
      })}
    >
      {props.head}
      {/* A row is drawn again when its record changes; and all of them with the day, by which their moments are told. */}
      <div
        key={useToday()}
        role="rowgroup"
        className={css.body}
        style={{ height: virtual.getTotalSize() }}
        onClick={onRow(props.onRowClick)}
      >
        {virtual.getVirtualItems().map(({ index, start }) => props.row({ index, top: start - HEAD_HEIGHT }))}
      </div>
    </div>
  );
}

const rowOf = (target: EventTarget): number | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset['index']) : undefined;
};

/** Rows beyond the screen: next to none while new ones are waited for, then enough for a scroll. */
const OVERSCAN = { first: 2, then: 12 } as const;

/** How long a busy window may put the rows beyond the screen off, ms. */
const PUT_OFF = 300;

/** How many rows beyond the screen are drawn, so that new rows on it do not wait for those. */
function useOverscan(shown: ListTerms): number {
  const [settled, setSettled] = useState<ListTerms>();
  useEffect(() => {
    const settle = (): void => {
      setSettled(shown);
    };
    const asked = requestIdleCallback(settle, { timeout: PUT_OFF });
    return () => {
      cancelIdleCallback(asked);
    };
  }, [shown]);
  return settled === shown ? OVERSCAN.then : OVERSCAN.first;
}

function useGridVirtualizer(props: GridProps): Virtualizer<HTMLDivElement, Element> {
  const { activeIndex, gridRef, rows, rowHeight, onRange, terms, room = 0 } = props;
  const overscan = useOverscan(rows.terms);
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan,
    // Until the list is measured it is taken for as high as the window, so that its rows are drawn in the first go.
    initialRect: { width: 0, height: innerHeight },
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // What lies over the end of the list is scrolled past.
    paddingEnd: room,
    scrollPaddingEnd: room,
    // The active row stays in the page when it is scrolled away, so that its name can still be read out.
    rangeExtractor: (range) => withActive(range, activeIndex),
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => {
    onRange({ start: startIndex, end: endIndex });
  }, [onRange, startIndex, endIndex]);
  const measured = useRef(rowHeight);
  useEffect(() => {
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    virtual.measure();
  }, [virtual, rowHeight]);
  const shownTerms = useRef(terms);
  useEffect(() => {
    if (shownTerms.current === terms) return;
    shownTerms.current = terms;
    // A list that is at its beginning is not measured for that.
    if (virtual.scrollOffset !== 0) virtual.scrollToOffset(0);
  }, [virtual, terms]);
  const moved = useRef<number>(undefined);
  useEffect(() => {
    if (activeIndex === undefined || activeIndex === moved.current) return;
    moved.current = activeIndex;
    virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [virtual, activeIndex]);
  return virtual;
}

function withActive(range: VirtualRange, activeIndex: number | undefined): number[] {
  const indexes = defaultRangeExtractor(range);
  if (activeIndex === undefined || activeIndex >= range.count || indexes.includes(activeIndex))
    return indexes;
  return [...indexes, activeIndex].sort((a, b) => a - b);
}
