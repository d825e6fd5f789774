import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordFilter } from '#shared/model/record-filter.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { useCommands } from '../api/commands.ts';
import { DensityOptions, type Density } from '../ui/list/density-options.tsx';
import { FilterBar } from '../ui/list/filter-bar.tsx';
import { hasRoom } from '../ui/list/has-room.ts';
import { ListHead } from '../ui/list/list-head.tsx';
import { isNarrowed, type ListState } from '../ui/list/list-state.ts';
import { words as listWords } from '../ui/list/list-words.ts';
import css from '../ui/list/list.module.css';
import { IconMenu } from '../ui/list/menu-option.tsx';
import { NotThere } from '../ui/list/not-there.tsx';
import type { MenuCommands } from '../ui/list/row-menu.tsx';
import { useFind } from '../ui/list/use-find.ts';
import { useRowMenu } from '../ui/list/use-row-menu.tsx';
import { useRows, type Rows } from '../ui/list/use-rows.ts';
import { useSelection, type Selection } from '../ui/list/use-selection.ts';
import type { Range } from '../ui/list/windows.ts';
import { accountCounts } from '../ui/resource-counts.ts';
import type { Layout } from '../ui/use-layout.ts';
import { accountSorts } from './account-columns.ts';
import { AccountPane } from './account-pane.tsx';
import { AccountsEmpty } from './accounts-empty.tsx';
import { AccountsGrid } from './accounts-grid.tsx';
import { words } from './words.ts';

const FILTERS: readonly RecordFilter[] = ['waiting', 'decision', 'attention', 'missing'];

/** What the menu of a row offers, in its order. */
const MENU: MenuCommands = {
  ofRow: ['open-record', 'show-history', '-', 'copy-email', '-', 'try-again', 'discard-mine'],
  ofSelection: [],
};

type ScreenProps = Density & {
  readonly list: ListState;
  readonly status: SyncStatus | undefined;
  readonly layout: Layout;
  readonly banner: ReactNode;
  readonly onDecide: (id: RecordId) => void;
};

/** The screen of the Marketplace Accounts: the list, and the account beside it. */
export function Marketplace(props: ScreenProps): ReactElement {
  const { list, layout, status } = props;
  const [range, setRange] = useState<Range>({ start: 0, end: 0 });
  const rows = useRows(list, range);
  const gridRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const selection = useSelection({ list, rows, gridRef });
  const counts = accountCounts(status);
  const isListHidden = layout === 'one-pane' && list.open !== undefined;
  useFind(list, layout, searchRef);
  useAccountCommands(list);
  return (
    <>
      {!isListHidden && (
        <section className={css.list} aria-label={listWords.region}>
          <ListHead
            title={words.title}
            searchWords={words}
            list={list}
            rows={rows}
            all={counts?.total ?? 0}
            searchRef={searchRef}
            onLeaveSearch={selection.enterGrid}
          />
          <FilterBar
            list={list}
            counts={counts}
            isRoomy={hasRoom(layout, list)}
            filters={FILTERS}
            sorts={accountSorts}
            look={<LookMenu density={props.density} onDensity={props.onDensity} />}
          />
          {props.banner}
          <ListBody {...props} rows={rows} selection={selection} gridRef={gridRef} onRange={setRange} />
        </section>
      )}
      {list.open && (
        <AccountPane
          list={list}
          wish={selection.wish}
          layout={layout}
          banner={props.banner}
          place={{ index: rows.isCounted ? selection.openIndex : undefined, total: rows.total }}
          onStep={selection.step}
          onClose={selection.close}
          onDecide={props.onDecide}
          kept={status?.counts.waiting ?? 0}
        />
      )}
    </>
  );
}

type BodyProps = ScreenProps & {
  readonly rows: Rows;
  readonly selection: Selection;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly onRange: (range: Range) => void;
};

function ListBody(props: BodyProps): ReactElement {
  const { list, rows, status, selection, gridRef } = props;
  const menu = useRowMenu({ list, rows, selection, gridRef, commands: MENU });
  if (!rows.isLoaded) return <NotThere rows={rows} kept={status?.counts.waiting} />;
  if (rows.total === 0) return <AccountsEmpty list={list} rows={rows} status={status} />;
  return (
    <>
      <AccountsGrid
        gridRef={gridRef}
        list={list}
        rows={rows}
        selection={selection}
        density={props.density}
        onRange={props.onRange}
        onMenu={menu.open}
      />
      {menu.shown}
    </>
  );
}

/** Offers what can be asked of the list as it is shown. */
function useAccountCommands(list: ListState): void {
  const clear = (): void => {
    list.clearFilters();
    list.change({ search: '' });
  };
  useCommands({ 'clear-filters': isNarrowed(list.terms) ? clear : undefined });
}

const LookMenu = (props: Density): ReactElement => (
  <IconMenu label={words.rows} icon={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />}>
    <DensityOptions {...props} />
  </IconMenu>
);
