import type { MouseEvent, ReactElement, RefObject } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import { howClicked } from '../ui/how-chosen.ts';
import { words } from '../ui/list/list-words.ts';
import { useGridKeys } from '../ui/list/use-grid-keys.ts';
import type { Rows } from '../ui/list/use-rows.ts';
import { menuBeside } from '../ui/list/menu-beside.ts';
import type { Point } from '../ui/list/row-menu.tsx';
import { VirtualGrid, type RowPlace } from '../ui/list/virtual-grid.tsx';
import type { Range } from '../ui/list/windows.ts';
import { tracksOf, withWidth } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { useColumnWidth } from './use-column-width.ts';
import { useFittingColumns, type ColumnSetting } from './use-columns.ts';
import type { RowChoice } from './use-row-choice.ts';

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

/** How much of the end of the list the selection bar takes, in CSS pixels. */
const BAR_ROOM = 76;

/** The list of Key Accounts, with the columns that a person set. */
export function Grid(props: GridProps): ReactElement {
  const { activeIndex, choice, gridRef, rows, rowHeight } = props;
  const { columns: layout, change } = props.setting;
  const columns = useFittingColumns(layout.shown, gridRef);
  const width = useColumnWidth(({ column, width: given }) => {
    change(withWidth(layout, column, given));
  });
  const { stretched } = width;
  const { widths } = stretched ? withWidth(layout, stretched.column, stretched.width) : layout;
  const onKeyDown = useGridKeys({ ...props, onMenuKey: menuBeside(props.onMenu) });
  const row = ({ index, top }: RowPlace): ReactElement => {
    const record = rows.at(index);
    return (
      <GridRow
        key={index}
        row={record}
        index={index}
        columns={columns}
        shown={layout.shown}
        search={rows.terms.search}
        isActive={index === activeIndex}
        isOpen={record !== undefined && record.id === props.openId}
        isSelected={choice.isSelected(record)}
        top={top}
        height={rowHeight}
      />
    );
  };
  return (
    <VirtualGrid
      {...props}
      label={words.title}
      columnCount={layout.shown.length}
      tracks={tracksOf(columns, widths)}
      // The selection bar lies over the end of the list.
      room={choice.isSelecting ? BAR_ROOM : 0}
      hasSelection
      head={
        <GridHead
          columns={columns}
          layout={layout}
          sort={props.terms.sort}
          onSort={props.onSort}
          onLayout={change}
          width={width}
          onSay={props.onSay}
        />
      }
      row={row}
      onKeyDown={onKeyDown}
      onRowClick={(index, event) => {
        choose(props, index, event);
      }}
      onRowMenu={props.onMenu}
    />
  );
}

function choose({ choice, onOpen }: GridProps, index: number, event: MouseEvent): void {
  const how = howClicked(event);
  if (how === 'toggle') choice.toggle(index);
  else if (how === 'extend') choice.extend(index);
  else onOpen(index, 'click');
}
