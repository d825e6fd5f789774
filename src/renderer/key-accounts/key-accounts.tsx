import {
  useCallback,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { RecordFilter } from '#shared/model/record-filter.ts';
import { SortKey } from '#shared/model/record.ts';
import type { Settings } from '#shared/model/settings.ts';
import type { AskedValue } from '#shared/model/selection.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { useCommands } from '../api/commands.ts';
import type { Layout } from '../ui/use-layout.ts';
import { rowHeight } from '../ui/list/grid-measures.ts';
import { isGetting } from '../ui/list/is-getting.ts';
import { NotThere } from '../ui/list/not-there.tsx';
import { useFind } from '../ui/list/use-find.ts';
import { peopleCounts } from '../ui/resource-counts.ts';
import { FilterBar } from '../ui/list/filter-bar.tsx';
import { Grid } from './grid.tsx';
import css from '../ui/list/list.module.css';
import { ListEmpty } from './list-empty.tsx';
import { ListHead } from '../ui/list/list-head.tsx';
import { hasRoom } from '../ui/list/has-room.ts';
import { isNarrowed, type ListState } from '../ui/list/list-state.ts';
import { RecordPane } from './record-pane.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SelectionPane } from './selection-pane.tsx';
import type { KeptSelection } from './use-list-selection.ts';
import { useRowChoice } from './use-row-choice.ts';
import { useRowMenu } from '../ui/list/use-row-menu.tsx';
import { menuCommands } from './menu-commands.ts';
import { allOf } from './list-selection.ts';
import { useRows, type Rows } from '../ui/list/use-rows.ts';
import type { Range } from '../ui/list/windows.ts';
import { words } from '../ui/list/list-words.ts';
import { useColumnSetting, type ColumnSetting } from './use-columns.ts';
import { useSelection, type Selection } from '../ui/list/use-selection.ts';
import type { Views } from './use-views.ts';
import { LookMenu } from './look-menu.tsx';
import { NewButton } from './new-button.tsx';
import { ViewMenu } from './view-menu.tsx';

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
  const counts = peopleCounts(status);
  const [range, setRange] = useState<Range>({ start: 0, end: 0 });
  const rows = useRows(list, range);
  const gridRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const selection = useSelection({ list, rows, gridRef });
  const setting = useColumnSetting(props.settings);
  const look = useLook(props, setting);
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
            title={words.title}
            searchWords={words}
            list={list}
            rows={rows}
            all={counts?.total ?? 0}
            searchRef={searchRef}
            onLeaveSearch={selection.enterGrid}
            action={<NewButton openNew={list.openNew} />}
          >
            <ViewMenu views={props.views} />
          </ListHead>
          <FilterBar
            list={list}
            counts={counts}
            isRoomy={hasRoom(layout, list)}
            filters={RecordFilter.options}
            sorts={SortKey.options}
            look={look}
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

/** The menu of how the list looks: the same one until the looks change. */
function useLook({ settings, onDensity }: ScreenProps, setting: ColumnSetting): ReactElement {
  const { density } = settings;
  return useMemo(
    () => <LookMenu density={density} onDensity={onDensity} setting={setting} />,
    [density, onDensity, setting],
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
  const { kept, list, layout, rows, selection } = props;
  const index = rows.isCounted ? selection.openIndex : undefined;
  const { total } = rows;
  const place = useMemo(() => ({ index, total }), [index, total]);
  if (!list.open) {
    const isSeveral = kept.selected !== undefined && kept.selected.records > 1;
    return isSeveral && layout !== 'one-pane' ? (
      <SelectionPane
        selected={kept.selected}
        typed={kept.typed}
        onType={kept.type}
        onEdit={props.onEditSelected}
        onClear={props.onClear}
      />
    ) : null;
  }
  return (
    <RecordPane
      list={list}
      wish={selection.wish}
      layout={layout}
      banner={props.banner}
      place={place}
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
  const menu = useRowMenu({ ...props, commands: menuCommands });
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
