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
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import { classes } from '../ui/classes.ts';
import { HEAD_HEIGHT, tracksOf, withWidth } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { rowAfterKey } from './grid-keys.ts';
import { GridRow, rowElementId } from './grid-row.tsx';
import css from './grid.module.css';
import { useColumnWidth } from './use-column-width.ts';
import { useFittingColumns, type ColumnSetting } from './use-columns.ts';
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
};

/** The list of Key Accounts: a virtual grid that holds the focus itself and names its active row. */
export function Grid(props: GridProps): ReactElement {
  const { activeIndex, gridRef, rows, rowHeight } = props;
  const virtual = useGridVirtualizer(props);
  const { columns: layout, change } = props.setting;
  const columns = useFittingColumns(layout.shown, gridRef);
  const width = useColumnWidth(({ column, width: given }) => {
    change(withWidth(layout, column, given));
  });
  const { stretched } = width;
  const { widths } = stretched ? withWidth(layout, stretched.column, stretched.width) : layout;
  const onKeyDown = useGridKeys(props);
  const click = (event: MouseEvent<HTMLElement>): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (row) props.onOpen(Number(row.dataset['index']), 'click');
  };
  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={words.title}
      aria-rowcount={rows.total + 1}
      aria-colcount={layout.shown.length}
      {...(activeIndex !== undefined && { 'aria-activedescendant': rowElementId(activeIndex) })}
      className={classes('scroll', css.grid)}
      style={{ '--columns': tracksOf(columns, widths) } as CSSProperties}
      onKeyDown={onKeyDown}
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
      <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }} onClick={click}>
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
              top={start - HEAD_HEIGHT}
              height={rowHeight}
            />
          );
        })}
      </div>
    </div>
  );
}

function useGridVirtualizer(props: GridProps): Virtualizer<HTMLDivElement, Element> {
  const { activeIndex, gridRef, rows, rowHeight, onRange, terms } = props;
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
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

const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;

function useGridKeys(props: GridProps): (event: KeyboardEvent<HTMLDivElement>) => void {
  const { activeIndex, gridRef, rows, rowHeight } = props;
  const enter = (): boolean => {
    if (activeIndex === undefined) return false;
    props.onOpen(activeIndex, 'enter');
    return true;
  };
  const escape = (): boolean => {
    props.onEscape();
    return true;
  };
  const move = (code: string): boolean => {
    const room = (gridRef.current?.clientHeight ?? 0) - HEAD_HEIGHT;
    const page = Math.floor(room / rowHeight);
    const next = rowAfterKey(code, { index: activeIndex, total: rows.total, page });
    if (next === undefined) return false;
    props.onMove(next);
    return true;
  };
  return (event) => {
    const { code } = event;
    // Important! Enter and the arrows on a button of the head are that button's.
    if (hasModifier(event) || (event.target !== event.currentTarget && code !== 'Escape')) return;
    const isDone = code === 'Escape' ? escape() : code === 'Enter' ? enter() : move(code);
    if (isDone) event.preventDefault();
  };
}
