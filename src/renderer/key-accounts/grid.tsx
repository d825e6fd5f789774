import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range as VirtualRange,
  type Virtualizer,
} from '@tanstack/react-virtual';
import {
  useEffect,
  useRef,
  type CSSProperties,
  type MouseEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import { classes } from '../ui/classes.ts';
import { howClicked, type HowClicked } from '../ui/how-chosen.ts';
import { useToday } from '../ui/use-now.ts';
import { HEAD_HEIGHT, tracksOf, withWidth } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow, rowElementId } from './grid-row.tsx';
import css from './grid.module.css';
import { useColumnWidth } from './use-column-width.ts';
import { useFittingColumns, type ColumnSetting } from './use-columns.ts';
import { useGridKeys } from './use-grid-keys.ts';
import type { RowChoice } from './use-row-choice.ts';
import type { Rows } from './use-rows.ts';
import type { Range } from './windows.ts';
import { words } from './words.ts';

type GridProps = {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly rows: Rows;
  readonly terms: ListTerms;
  readonly rowHeight: number;
  readonly setting: ColumnSetting;
  readonly activeIndex: number | undefined;
  readonly openId: RecordId | undefined;
  readonly onRange: (range: Range) => void;
  readonly onSort: (sort: ListTerms['sort']) => void;
  /** The keyboard moved to a row. */
  readonly onMove: (index: number) => void;
  /** A row was chosen: by a click, or by Enter, which goes into the record. */
  readonly onOpen: (index: number, how: 'click' | 'enter') => void;
  readonly onEscape: () => void;
  /** Says something to those who do not see it. */
  readonly onSay: (text: string) => void;
  readonly choice: RowChoice;
  /** The menu of a row was asked for, at a point of the window. */
  readonly onMenu: (index: number, point: Point) => void;
};

/** A point of the window in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** How much of the end of the list the selection bar takes, and how far in a menu opens that a key asked for; pixels. */
const BAR_ROOM = 76;
const MENU_INDENT = 40;

/** The list of Key Accounts: a virtual grid that holds the focus itself and names its active row. */
export function Grid(props: GridProps): ReactElement {
  const { activeIndex, choice, gridRef, rows, rowHeight } = props;
  const virtual = useGridVirtualizer(props);
  const { columns: layout, change } = props.setting;
  const columns = useFittingColumns(layout.shown, gridRef);
  const width = useColumnWidth(({ column, width: given }) => {
    change(withWidth(layout, column, given));
  });
  const { stretched } = width;
  const { widths } = stretched ? withWidth(layout, stretched.column, stretched.width) : layout;
  const onKeyDown = useGridKeys({ ...props, onMenuKey: menuBeside(props.onMenu) });
  const click = (event: MouseEvent<HTMLElement>): void => {
    const index = rowOf(event.target);
    if (index !== undefined) choose(props, index, howClicked(event));
  };
  const openMenu = (event: MouseEvent<HTMLElement>): void => {
    const index = rowOf(event.target);
    if (index === undefined) return;
    event.preventDefault();
    props.onMenu(index, { x: event.clientX, y: event.clientY });
  };
  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={words.title}
      aria-multiselectable
      aria-rowcount={rows.total + 1}
      aria-colcount={layout.shown.length}
      {...(activeIndex !== undefined && { 'aria-activedescendant': rowElementId(activeIndex) })}
      className={classes('scroll', css.grid)}
      style={{ '--columns': tracksOf(columns, widths) } as CSSProperties}
      onKeyDown={onKeyDown}
      onContextMenu={openMenu}
    >
      <GridHead
        columns={columns}
        layout={layout}
        sort={props.terms.sort}
        onSort={props.onSort}
        onLayout={change}
        width={width}
        onSay={props.onSay}
      />
      {/* A row is drawn again when its record changes; and all of them with the day, by which their moments are told. */}
      <div
        key={useToday()}
        role="rowgroup"
        className={css.body}
        style={{ height: virtual.getTotalSize() }}
        onClick={click}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows.at(index);
          return (
            <GridRow
              key={index}
              row={row}
              index={index}
              columns={columns}
              shown={layout.shown}
              search={props.terms.search}
              isActive={index === activeIndex}
              isOpen={row !== undefined && row.id === props.openId}
              isSelected={choice.isSelected(row)}
              top={start - HEAD_HEIGHT}
              height={rowHeight}
            />
          );
        })}
      </div>
    </div>
  );
}

const rowOf = (target: EventTarget): number | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset['index']) : undefined;
};

function choose({ choice, onOpen }: GridProps, index: number, how: HowClicked): void {
  if (how === 'toggle') choice.toggle(index);
  else if (how === 'extend') choice.extend(index);
  else onOpen(index, 'click');
}

/** Opens the menu of a row beneath its beginning, where the keyboard asks for it. */
const menuBeside =
  (onMenu: GridProps['onMenu']) =>
  (index: number): void => {
    const box = document.getElementById(rowElementId(index))?.getBoundingClientRect();
    if (box) onMenu(index, { x: box.left + MENU_INDENT, y: box.bottom });
  };

function useGridVirtualizer(props: GridProps): Virtualizer<HTMLDivElement, Element> {
  const { activeIndex, gridRef, rows, rowHeight, onRange, terms } = props;
  const room = props.choice.isSelecting ? BAR_ROOM : 0;
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // The selection bar lies over the end of the list.
    paddingEnd: room,
    scrollPaddingEnd: room,
    // The active row stays in the page when it is scrolled away, so that its name can still be read out.
    rangeExtractor: (range) => withActive(range, activeIndex),
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => {
    onRange({ start: startIndex, end: endIndex });
  }, [onRange, startIndex, endIndex]);
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);
  const shownTerms = useRef(terms);
  useEffect(() => {
    if (shownTerms.current === terms) return;
    shownTerms.current = terms;
    virtual.scrollToOffset(0);
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
