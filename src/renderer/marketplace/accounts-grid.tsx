import { useMemo, type ReactElement, type RefObject } from 'react';
import type { Settings } from '#shared/model/settings.ts';
import { rowHeight } from '../ui/list/grid-measures.ts';
import type { ListState } from '../ui/list/list-state.ts';
import { menuBeside } from '../ui/list/menu-beside.ts';
import type { Point } from '../ui/list/row-menu.tsx';
import { useGridKeys } from '../ui/list/use-grid-keys.ts';
import type { Rows } from '../ui/list/use-rows.ts';
import type { Selection } from '../ui/list/use-selection.ts';
import { useWidth } from '../ui/list/use-width.ts';
import { VirtualGrid, type RowPlace } from '../ui/list/virtual-grid.tsx';
import type { Range } from '../ui/list/windows.ts';
import { accountColumns, accountTracks, fittingAccountColumns } from './account-columns.ts';
import { AccountRow } from './account-row.tsx';
import { AccountsHead } from './accounts-head.tsx';
import { words } from './words.ts';

/** The list of Marketplace Accounts. */
export function AccountsGrid(props: {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly list: ListState;
  readonly rows: Rows;
  readonly selection: Selection;
  readonly density: Settings['density'];
  readonly onRange: (range: Range) => void;
  readonly onMenu: (index: number, point: Point) => void;
}): ReactElement {
  const { gridRef, list, rows, selection } = props;
  const { activeIndex } = selection;
  const width = useWidth(gridRef);
  const columns = useMemo(() => fittingAccountColumns(width), [width]);
  const height = rowHeight(props.density);
  const openId = list.open?.kind === 'record' ? list.open.id : undefined;
  const onKeyDown = useGridKeys({
    gridRef,
    rows,
    rowHeight: height,
    activeIndex,
    onMove: selection.move,
    onOpen: selection.open,
    onEscape: selection.escape,
    onMenuKey: menuBeside(props.onMenu),
  });
  const row = ({ index, top }: RowPlace): ReactElement => {
    const account = rows.at(index);
    return (
      <AccountRow
        key={index}
        row={account}
        index={index}
        columns={columns}
        search={rows.terms.search}
        isActive={index === activeIndex}
        isOpen={account !== undefined && account.id === openId}
        top={top}
        height={height}
      />
    );
  };
  return (
    <VirtualGrid
      gridRef={gridRef}
      label={words.title}
      rows={rows}
      terms={list.terms}
      rowHeight={height}
      activeIndex={activeIndex}
      columnCount={accountColumns.length}
      tracks={accountTracks(columns)}
      head={
        <AccountsHead
          columns={columns}
          sort={list.terms.sort}
          onSort={(sort) => {
            list.change({ sort });
          }}
        />
      }
      row={row}
      onRange={props.onRange}
      onKeyDown={onKeyDown}
      onRowMenu={props.onMenu}
      onRowClick={(index) => {
        selection.open(index, 'click');
      }}
    />
  );
}
