import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { Columns } from '#shared/model/columns.ts';
import type { SortKey } from '#shared/model/record.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import { classes } from '../ui/classes.ts';
import { firstDirection } from '../ui/list/first-direction.ts';
import { movedBefore, withWidth } from './columns.ts';
import css from '../ui/list/grid.module.css';
import { useColumnDrag, type Carried, type ColumnDrag } from './use-column-drag.ts';
import { contentWidth, type ColumnWidth } from './use-column-width.ts';
import { sortWords } from '../ui/list/list-words.ts';
import { columnWords } from './words.ts';

/** How much wider a key makes a column, in CSS pixels. */
const STEP = 16;

const KEYS = 'Alt+ArrowLeft Alt+ArrowRight Shift+ArrowLeft Shift+ArrowRight';

type HeadProps = {
  /** The columns that there is room for. */
  readonly columns: readonly SortKey[];
  readonly layout: Columns;
  readonly sort: ListTerms['sort'];
  readonly onSort: (sort: ListTerms['sort']) => void;
  readonly onLayout: (layout: Columns) => void;
  readonly width: ColumnWidth;
  /** Says what became of a column, for those who do not see it. */
  readonly onSay: (text: string) => void;
};

/** The head of the list: every column sorts, is dragged to another place, and has an edge that makes it wider. */
export function GridHead(props: HeadProps): ReactElement {
  const { columns, layout, onLayout } = props;
  const rowRef = useRef<HTMLDivElement>(null);
  const drag = useColumnDrag(rowRef, ({ column, before }) => {
    onLayout(movedBefore(layout, column, before));
  });
  return (
    <div role="rowgroup" className={css.head}>
      <div ref={rowRef} role="row" aria-rowindex={1} className={css.headRow}>
        {columns.map((column) => (
          <HeadCell key={column} {...props} column={column} drag={drag} />
        ))}
      </div>
    </div>
  );
}

type CellProps = HeadProps & { readonly column: SortKey; readonly drag: ColumnDrag };

function HeadCell(props: CellProps): ReactElement {
  const { column, columns, drag, layout, sort, width } = props;
  const isSorted = column === sort.by;
  const turned = sort.direction === 'ascending' ? 'descending' : 'ascending';
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  const drop = dropSide(drag.carried, column, columns);
  return (
    <div
      role="columnheader"
      data-column={column}
      aria-colindex={layout.shown.indexOf(column) + 1}
      aria-sort={isSorted ? sort.direction : 'none'}
      {...(drop !== undefined && { 'data-drop': drop })}
      className={classes(css.cell, css[column], drag.carried?.column === column && css.carried)}
    >
      <button
        type="button"
        aria-keyshortcuts={KEYS}
        className={classes('plain', css.sorter, isSorted && css.sorted)}
        onPointerDown={(event) => {
          drag.onPointerDown(column, event);
        }}
        onPointerMove={drag.onPointerMove}
        onPointerUp={drag.onPointerUp}
        onPointerCancel={drag.cancel}
        onKeyDown={(event) => {
          onHeadKey(event, props);
        }}
        onClick={() => {
          if (drag.takesClick()) return;
          props.onSort({ by: column, direction: isSorted ? turned : firstDirection(column) });
        }}
      >
        <span className="ellipsis">{sortWords[column]}</span>
        {isSorted && <Arrow size={12} stroke={2} aria-hidden />}
      </button>
      <span
        aria-hidden="true"
        className={css.edge}
        onPointerDown={(event) => {
          width.onPointerDown(column, event);
        }}
        onPointerMove={width.onPointerMove}
        onPointerUp={width.onPointerUp}
        onPointerCancel={width.cancel}
        onLostPointerCapture={width.onLost}
        onDoubleClick={({ currentTarget }) => {
          props.onLayout(fittedToContent(currentTarget, props));
        }}
      />
    </div>
  );
}

/** Makes a column as wide as what is in it; one that was given a width gets its own back. */
function fittedToContent(edge: HTMLElement, { column, layout }: CellProps): Columns {
  const grid = edge.closest<HTMLElement>('[role="grid"]');
  const isGiven = layout.widths[column] !== undefined;
  return withWidth(layout, column, isGiven || !grid ? undefined : contentWidth(grid, column));
}

/** On which side of a head the carried one would stand. */
function dropSide(
  carried: Carried | undefined,
  column: SortKey,
  columns: readonly SortKey[],
): 'before' | 'behind' | undefined {
  if (!carried || carried.column === column) return undefined;
  if (carried.before === column) return 'before';
  const last = columns.findLast((one) => one !== carried.column);
  return carried.before === undefined && last === column ? 'behind' : undefined;
}

/** Alt moves a column and Shift makes it wider, each with Left and Right; Esc lets go of one that is dragged. */
function onHeadKey(event: KeyboardEvent<HTMLElement>, props: CellProps): void {
  if (event.code === 'Escape' && props.drag.carried) {
    event.preventDefault();
    event.stopPropagation();
    props.drag.cancel();
    return;
  }
  if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return;
  if (event.ctrlKey || event.metaKey || event.altKey === event.shiftKey) return;
  event.preventDefault();
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const by = (event.code === 'ArrowRight') === isRightToLeft ? -1 : 1;
  if (event.altKey) moveBy(by, props);
  else widen(by, event.currentTarget, props);
}

function moveBy(by: 1 | -1, { column, columns, layout, ...props }: CellProps): void {
  const place = columns.indexOf(column) + by;
  if (place < 0 || place >= columns.length) return;
  // The one that it changes places with is in front of it afterwards, or behind it.
  const moved = movedBefore(layout, column, by === -1 ? columns[place] : columns[place + 1]);
  props.onLayout(moved);
  props.onSay(columnWords.moved({ column: sortWords[column], place: place + 1, total: columns.length }));
}

function widen(by: 1 | -1, button: HTMLElement, { column, layout, ...props }: CellProps): void {
  // What is on the screen counts: where there is little room, that is less than what was given.
  const width = button.parentElement?.offsetWidth ?? 0;
  const widened = withWidth(layout, column, width + by * STEP);
  props.onLayout(widened);
  props.onSay(columnWords.widened({ column: sortWords[column], width: widened.widths[column] ?? 0 }));
}
