import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Settings } from '#shared/model/settings.ts';
import type { AskedValue } from '#shared/model/selection.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { useCommands } from '../api/commands.ts';
import { failureOf } from '../api/failure-error.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { Layout } from '../ui/use-layout.ts';
import { rowHeight } from './columns.ts';
import { FilterBar } from './filter-bar.tsx';
import { Grid } from './grid.tsx';
import css from './key-accounts.module.css';
import { ListEmpty } from './list-empty.tsx';
import { ListHead } from './list-head.tsx';
import { isNarrowed, type ListState } from './list-state.ts';
import { RecordPane } from './record-pane.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SelectionPane } from './selection-pane.tsx';
import type { KeptSelection } from './use-list-selection.ts';
import { useRowChoice } from './use-row-choice.ts';
import { useRowMenu } from './use-row-menu.tsx';
import { allOf } from './list-selection.ts';
import { useRows, type Rows } from './use-rows.ts';
import type { Range } from './windows.ts';
import { words } from './words.ts';
import { useColumnSetting, type ColumnSetting } from './use-columns.ts';
import { useSelection, type Selection } from './use-selection.ts';
import type { Views } from './use-views.ts';

type ScreenProps = {
  readonly list: ListState;
  readonly views: Views;
  readonly kept: KeptSelection;
  readonly status: SyncStatus | undefined;
  readonly settings: Settings;
  readonly layout: Layout;
  readonly banner: ReactNode;
  readonly onDensity: (density: Settings['density']) => void;
  readonly onDecide: (id: RecordId) => void;
  readonly onEditSelected: (asked?: AskedValue) => void;
};

/** The screen Key Accounts: the list, and the record beside it. */
export function KeyAccounts(props: ScreenProps): ReactElement {
  const { kept, list, layout, status } = props;
  const [range, setRange] = useState<Range>({ start: 0, end: 0 });
  const rows = useRows(list.terms, range);
  const gridRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const selection = useSelection({ list, rows, gridRef });
  const setting = useColumnSetting(props.settings);
  const clear = (): void => {
    kept.clear();
    selection.enterGrid();
  };
  useFind(list, layout, searchRef);
  useListCommands(props, rows);
  const isListHidden = layout === 'one-pane' && list.open !== undefined;
  return (
    <>
      {!isListHidden && (
        <section className={css.list} aria-label={words.region}>
          <ListHead
            list={list}
            rows={rows}
            views={props.views}
            all={status?.counts.total ?? 0}
            searchRef={searchRef}
            onLeaveSearch={selection.enterGrid}
            onNew={() => {
              list.openNew({});
            }}
          />
          <FilterBar
            list={list}
            counts={status?.counts}
            isRoomy={hasRoom(layout, list)}
            density={props.settings.density}
            onDensity={props.onDensity}
            setting={setting}
          />
          {props.banner}
          <ListBody
            {...props}
            rows={rows}
            selection={selection}
            setting={setting}
            gridRef={gridRef}
            range={range}
            onRange={setRange}
          />
          <SelectionBar kept={kept} onClear={clear} />
        </section>
      )}
      <SidePane {...props} selection={selection} rows={rows} onClear={clear} />
    </>
  );
}

/** What stands beside the list: the open record, else what several selected ones have in common. */
function SidePane(
  props: ScreenProps & {
    readonly selection: Selection;
    readonly rows: Rows;
    readonly onClear: () => void;
  },
): ReactElement | null {
  const { kept, list, layout, selection } = props;
  if (!list.open) {
    const isSeveral = kept.selected !== undefined && kept.selected.records > 1;
    return isSeveral && layout !== 'one-pane' ? (
      <SelectionPane selected={kept.selected} onEdit={props.onEditSelected} onClear={props.onClear} />
    ) : null;
  }
  return (
    <RecordPane
      list={list}
      wish={selection.wish}
      layout={layout}
      place={{ index: selection.openIndex, total: props.rows.total }}
      onStep={selection.step}
      onClose={selection.close}
      onDecide={props.onDecide}
      kept={props.status?.counts.waiting ?? 0}
    />
  );
}

/** Offers what can be asked of the list as it is shown. */
function useListCommands({ kept, list, views }: ScreenProps, { total }: Rows): void {
  const selectAll = (): void => {
    const selection = allOf(list.terms);
    kept.keep({ selection, base: selection, anchor: undefined });
  };
  useCommands({
    'save-view': () => {
      views.ask('new');
    },
    'clear-filters': isNarrowed(list.terms) || views.current ? views.leave : undefined,
    'select-all': total > 0 ? selectAll : undefined,
    'clear-selection': kept.selected && kept.clear,
  });
}

/** Whether every filter has room in one line. */
const hasRoom = (layout: Layout, list: ListState): boolean =>
  layout === 'wide' || (layout === 'rail' && list.open === undefined);

type BodyProps = ScreenProps & {
  readonly rows: Rows;
  readonly selection: Selection;
  readonly setting: ColumnSetting;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
};

function ListBody(props: BodyProps): ReactElement {
  const { list, rows, selection, status } = props;
  const [said, say] = useState('');
  const onSort = useCallback(
    (sort: ListState['terms']['sort']) => {
      list.change({ sort });
    },
    [list],
  );
  const { activeIndex } = selection;
  const choice = useRowChoice({ ...props, activeIndex });
  const menu = useRowMenu(props);
  if (!rows.isLoaded) return <NotThere rows={rows} kept={status?.counts.waiting} />;
  if (rows.total === 0) {
    return <ListEmpty list={list} rows={rows} isGetting={isGetting(status)} onNew={list.openNew} />;
  }
  return (
    <>
      <Grid
        gridRef={props.gridRef}
        rows={rows}
        terms={list.terms}
        rowHeight={rowHeight(props.settings.density)}
        setting={props.setting}
        activeIndex={activeIndex}
        openId={list.open?.kind === 'record' ? list.open.id : undefined}
        onRange={props.onRange}
        onSort={onSort}
        onMove={(index) => {
          choice.settle();
          selection.move(index);
        }}
        onOpen={(index, how) => {
          choice.settle();
          selection.open(index, how);
        }}
        onEscape={choice.isSelecting ? choice.clear : selection.escape}
        onSay={say}
        choice={choice}
        onMenu={menu.open}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {menu.shown}
    </>
  );
}

const isGetting = (status: SyncStatus | undefined): boolean =>
  status?.progress !== undefined || status?.connection === 'connecting';

/** The place of the list before its first window is there; a moment, unless it failed. */
function NotThere(props: { readonly rows: Rows; readonly kept: number | undefined }): ReactElement {
  const { rows } = props;
  if (rows.error === null) return <div className={css.waiting} aria-busy="true" />;
  return (
    <div className={css.failure}>
      <FailureNotice failure={failureOf(rows.error)} kept={props.kept} onAction={rows.retry} />
    </div>
  );
}

/** Puts the focus into the search when the person asked for it, here or on another screen. */
function useFind(list: ListState, layout: Layout, searchRef: RefObject<HTMLInputElement | null>): void {
  const answered = useRef(0);
  const { findCount, setOpen } = list;
  useEffect(() => {
    if (findCount === answered.current) return;
    if (!searchRef.current) {
      // In one pane the search is behind the record.
      if (layout === 'one-pane') setOpen(undefined);
      return;
    }
    answered.current = findCount;
    searchRef.current.focus();
    searchRef.current.select();
  });
}
