import { Menu } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { ReactElement, Ref } from 'react';
import { fieldFilters, type RecordFilter } from '#shared/model/record-filter.ts';
import { classes } from '../classes.ts';
import { countText } from '../times.ts';
import css from './filter-bar.module.css';
import type { ListFilters } from './list-state.ts';
import { SinceChoices } from './since-menu.tsx';
import { filterWords, words } from './list-words.ts';

/** The filters that there is no room for, and those on fields that are empty. */
export function MoreFilters(props: {
  readonly list: ListFilters;
  /** What the list can be narrowed to. */
  readonly filters: readonly RecordFilter[];
  readonly missing: number;
  /** Whether the filters on the date and on what is missing have chips of their own. */
  readonly isSinceShown: boolean;
  readonly isMissingShown: boolean;
  readonly onAskDay: () => void;
  readonly buttonRef: Ref<HTMLButtonElement>;
}): ReactElement | null {
  const { list, missing, isSinceShown, isMissingShown, onAskDay, buttonRef } = props;
  const hasMissing = !isMissingShown && missing > 0;
  const hasSince = !isSinceShown && list.since === undefined;
  const empty = fieldFilters({ isEmpty: true }).filter((filter) => props.filters.includes(filter));
  const filled = fieldFilters({ isEmpty: false }).filter((filter) => props.filters.includes(filter));
  if (!hasMissing && !hasSince && empty.length + filled.length === 0) return null;
  return (
    <Menu position="bottom-start" offset={4} alignItemsLabels="all">
      <Menu.Target>
        <button
          ref={buttonRef}
          type="button"
          className={classes('plain', css.more)}
          aria-label={words.moreFilters}
          title={words.moreFilters}
        >
          <IconPlus size={14} stroke={1.75} aria-hidden />
          {!isSinceShown && words.more}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css.choices} aria-label={words.moreFilters}>
        {hasMissing && <Choice list={list} filter="missing" count={missing} />}
        <Choices list={list} title={words.fieldEmpty} filters={empty} />
        <Choices list={list} title={words.fieldSet} filters={filled} />
        {hasSince && (
          <>
            <Menu.Label>{words.changedSince}</Menu.Label>
            <SinceChoices onChange={list.setSince} onAskDay={onAskDay} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Choices(props: {
  readonly list: ListFilters;
  readonly title: string;
  readonly filters: readonly RecordFilter[];
}): ReactElement | null {
  if (props.filters.length === 0) return null;
  return (
    <>
      <Menu.Label>{props.title}</Menu.Label>
      {props.filters.map((filter) => (
        <Choice key={filter} list={props.list} filter={filter} />
      ))}
    </>
  );
}

function Choice(props: {
  readonly list: ListFilters;
  readonly filter: RecordFilter;
  readonly count?: number;
}): ReactElement {
  const { list, filter, count } = props;
  return (
    <Menu.CheckboxItem
      checked={list.filters.includes(filter)}
      closeMenuOnClick
      checkIcon={<IconCheck size={14} stroke={2} aria-hidden />}
      rightSection={count === undefined ? undefined : countText(count)}
      onChange={() => {
        list.toggle(filter);
      }}
    >
      {filterWords[filter]}
    </Menu.CheckboxItem>
  );
}
