import { IconCloudX, IconKey } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { RecordFilter } from '#shared/model/record.ts';
import type { Settings } from '#shared/model/settings.ts';
import type { Counts } from '#shared/model/sync-status.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { FilterChip } from './filter-chip.tsx';
import css from './filter-bar.module.css';
import type { ListState } from './list-state.ts';
import { SinceMenu } from './since-menu.tsx';
import { DensityMenu, SortMenu } from './sort-menu.tsx';
import { filterWords, words } from './words.ts';

type Shown = { readonly filter: RecordFilter; readonly icon: ReactNode; readonly count?: number | undefined };

const shownFilters = (counts: Counts | undefined, filters: readonly RecordFilter[]): readonly Shown[] => [
  { filter: 'primary', icon: <IconKey size={14} stroke={1.75} aria-hidden /> },
  { filter: 'waiting', icon: <StateIcon kind="waiting" plain />, count: counts?.waiting },
  { filter: 'decision', icon: <StateIcon kind="decision" plain />, count: counts?.decisions },
  { filter: 'attention', icon: <StateIcon kind="attention" plain />, count: counts?.attention },
  ...((counts?.missing ?? 0) > 0 || filters.includes('missing')
    ? [
        {
          filter: 'missing' as const,
          icon: <IconCloudX size={14} stroke={1.75} aria-hidden />,
          count: counts?.missing,
        },
      ]
    : []),
];

/** The filters of the list, and how it is sorted and spaced. */
export function FilterBar(props: {
  readonly list: ListState;
  readonly counts: Counts | undefined;
  readonly density: Settings['density'];
  readonly onDensity: (density: Settings['density']) => void;
}): ReactElement {
  const { list } = props;
  const { filters } = list.terms;
  return (
    <div className={css.bar}>
      <div className={css.chips} role="group" aria-label={words.filters}>
        {shownFilters(props.counts, filters).map(({ filter, icon, count }) => (
          <FilterChip
            key={filter}
            icon={icon}
            label={filterWords[filter]}
            count={count}
            isOn={filters.includes(filter)}
            aria-pressed={filters.includes(filter)}
            onClick={() => {
              list.toggle(filter);
            }}
          />
        ))}
        <SinceMenu since={list.terms.changedSince} onChange={list.setSince} />
      </div>
      <SortMenu
        sort={list.terms.sort}
        onSort={(sort) => {
          list.change({ sort });
        }}
      />
      <DensityMenu density={props.density} onDensity={props.onDensity} />
    </div>
  );
}
