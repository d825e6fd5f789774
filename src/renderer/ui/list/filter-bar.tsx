import { IconCloudX, IconKey } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { RecordFilter, SortKey } from '#shared/model/record.ts';
import type { Counts } from '#shared/model/sync-status.ts';
import { StateIcon } from '../state-mark.tsx';
import { FilterChip } from './filter-chip.tsx';
import css from './filter-bar.module.css';
import type { ListState } from './list-state.ts';
import { MoreFilters } from './more-filters.tsx';
import { SinceMenu } from './since-menu.tsx';
import { SortMenu } from './sort-menu.tsx';
import { filterWords, words } from './list-words.ts';

type Shown = {
  readonly filter: RecordFilter;
  readonly icon: ReactNode;
  readonly count?: (counts: Counts) => number;
};

const chips: readonly Shown[] = [
  { filter: 'primary', icon: <IconKey size={14} stroke={1.75} aria-hidden /> },
  { filter: 'waiting', icon: <StateIcon kind="waiting" plain />, count: ({ waiting }) => waiting },
  { filter: 'decision', icon: <StateIcon kind="decision" plain />, count: ({ decisions }) => decisions },
  { filter: 'attention', icon: <StateIcon kind="attention" plain />, count: ({ attention }) => attention },
  {
    filter: 'missing',
    icon: <IconCloudX size={14} stroke={1.75} aria-hidden />,
    count: ({ missing }) => missing,
  },
];

type BarProps = {
  readonly list: ListState;
  readonly counts: Counts | undefined;
  /** Whether there is room for every filter; else the rarer ones are behind *More*. */
  readonly isRoomy: boolean;
  /** What the list can be narrowed to, and sorted by. */
  readonly filters: readonly RecordFilter[];
  readonly sorts: readonly SortKey[];
  /** The menu of how the list looks. */
  readonly look: ReactNode;
};

/** The filters of the list, and how it is sorted and spaced. */
export function FilterBar(props: BarProps): ReactElement {
  const { list, isRoomy } = props;
  const { filters, changedSince, sort } = list.terms;
  const missing = props.counts?.missing ?? 0;
  const hasAll = isRoomy && (missing === 0 || list.open === undefined);
  const isShown = (filter: RecordFilter): boolean =>
    props.filters.includes(filter) &&
    (filter !== 'missing' || filters.includes('missing') || (hasAll && missing > 0));
  return (
    <div className={css.bar}>
      <div className={css.chips} role="group" aria-label={words.filters}>
        {chips
          .filter(({ filter }) => isShown(filter))
          .map(({ filter, icon, count }) => (
            <FilterChip
              key={filter}
              icon={icon}
              label={filterWords[filter]}
              count={count && props.counts && count(props.counts)}
              isOn={filters.includes(filter)}
              aria-pressed={filters.includes(filter)}
              onClick={() => {
                list.toggle(filter);
              }}
            />
          ))}
        {(isRoomy || changedSince !== undefined) && (
          <SinceMenu from={changedSince} onChange={list.setSince} />
        )}
        {!hasAll && <MoreFilters list={list} missing={missing} isSinceShown={isRoomy} />}
      </div>
      <SortMenu
        keys={props.sorts}
        sort={sort}
        onSort={(next) => {
          list.change({ sort: next });
        }}
      />
      {props.look}
    </div>
  );
}
