import { IconCloudX, IconInputCheck, IconInputX, IconKey } from '@tabler/icons-react';
import { memo, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { fieldAskedBy, type RecordFilter } from '#shared/model/record-filter.ts';
import type { SortKey } from '#shared/model/record.ts';
import type { Counts } from '#shared/model/sync-status.ts';
import { StateIcon } from '../state-mark.tsx';
import { useToday } from '../use-now.ts';
import { FilterChip } from './filter-chip.tsx';
import css from './filter-bar.module.css';
import type { ListFilters, ListState } from './list-state.ts';
import { MoreFilters } from './more-filters.tsx';
import { SinceDayDialog } from './since-day-dialog.tsx';
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
  readonly list: ListFilters;
  readonly counts: Counts | undefined;
  /** Whether there is room for every filter; else the rarer ones are behind *More*. */
  readonly isRoomy: boolean;
  /** What the list can be narrowed to, and sorted by. */
  readonly filters: readonly RecordFilter[];
  readonly sorts: readonly SortKey[];
  /** The menu of how the list looks. */
  readonly look: ReactNode;
};

/** The filters of the list, and how it is sorted and spaced; not drawn anew with every letter of a search. */
export function FilterBar({
  list,
  ...rest
}: Omit<BarProps, 'list'> & { readonly list: ListState }): ReactElement {
  const { terms, since, change, toggle, setSince } = list;
  const { filters, sort } = terms;
  const isAlone = list.open === undefined;
  const shown = useMemo(
    () => ({ filters, sort, since, isAlone, change, toggle, setSince }),
    [filters, sort, since, isAlone, change, toggle, setSince],
  );
  return <Bar list={shown} {...rest} />;
}

const Bar = memo(function Bar(props: BarProps): ReactElement {
  const { list } = props;
  // A day is named here.
  useToday();
  return (
    <div className={css.bar}>
      <Chips {...props} />
      <SortMenu
        keys={props.sorts}
        sort={list.sort}
        onSort={(next) => {
          list.change({ sort: next });
        }}
      />
      {props.look}
    </div>
  );
});

function Chips({ list, counts, filters: offered, isRoomy }: BarProps): ReactElement {
  const { filters } = list;
  const [isAsking, setAsking] = useState(false);
  const missing = counts?.missing ?? 0;
  const hasMissing = isRoomy && missing > 0 && list.isAlone;
  const moreRef = useRef<HTMLButtonElement>(null);
  const goOn = (): void => moreRef.current?.focus();
  const askDay = (): void => {
    setAsking(true);
  };
  /** Whether the filter has a chip also while it is off. */
  const isOffered = (filter: RecordFilter): boolean =>
    offered.includes(filter) && fieldAskedBy(filter) === undefined && (filter !== 'missing' || hasMissing);
  const chip = ({ filter, icon, count }: Shown): ReactElement => (
    <FilterChip
      key={filter}
      icon={icon}
      label={filterWords[filter]}
      count={count && counts && count(counts)}
      isOn={filters.includes(filter)}
      aria-pressed={filters.includes(filter)}
      onClick={() => {
        list.toggle(filter);
        // A chip that goes when it is taken off leaves the focus to where it came from.
        if (!isOffered(filter)) goOn();
      }}
    />
  );
  return (
    <div className={css.chips} role="group" aria-label={words.filters}>
      {chips.filter(({ filter }) => isOffered(filter) || filters.includes(filter)).map(chip)}
      {(isRoomy || list.since !== undefined) && (
        <SinceMenu
          since={list.since}
          onAskDay={askDay}
          onChange={(since) => {
            list.setSince(since);
            if (since === undefined && !isRoomy) goOn();
          }}
        />
      )}
      {filters.filter(fieldAskedBy).map((filter) => chip(fieldChip(filter)))}
      <MoreFilters
        list={list}
        filters={offered}
        missing={missing}
        isSinceShown={isRoomy}
        isMissingShown={hasMissing || filters.includes('missing')}
        onAskDay={askDay}
        buttonRef={moreRef}
      />
      {isAsking && (
        <SinceDayDialog
          onChoose={list.setSince}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

function fieldChip(filter: RecordFilter): Shown {
  const Icon = fieldAskedBy(filter)?.isEmpty ? IconInputX : IconInputCheck;
  return { filter, icon: <Icon size={14} stroke={1.75} aria-hidden /> };
}
