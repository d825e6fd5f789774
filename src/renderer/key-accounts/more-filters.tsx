import { Menu } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { ReactElement, Ref } from 'react';
import { fieldFilters, type RecordFilter } from '#shared/model/record-filter.ts';
import { classes } from '../ui/classes.ts';
import { countText } from '../ui/times.ts';
import css from './filter-bar.module.css';
import type { ListState } from './list-state.ts';
import { SinceChoices } from './since-menu.tsx';
import { filterWords, words } from './words.ts';

/** The filters that there is no room for, and those on fields that are empty. */
export function MoreFilters(props: {
  readonly list: ListState;
  readonly missing: number;
  /** Whether the filters on the date and on what is missing have chips of their own. */
  readonly isSinceShown: boolean;
  readonly isMissingShown: boolean;
  readonly onAskDay: () => void;
  readonly buttonRef: Ref<HTMLButtonElement>;
}): ReactElement {
  const { list, missing, isSinceShown, isMissingShown, onAskDay, buttonRef } = props;
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
        {!isMissingShown && missing > 0 && <Choice list={list} filter="missing" count={missing} />}
        <Menu.Label>{words.fieldEmpty}</Menu.Label>
        {fieldFilters({ isEmpty: true }).map((filter) => (
          <Choice key={filter} list={list} filter={filter} />
        ))}
        <Menu.Label>{words.fieldSet}</Menu.Label>
        {fieldFilters({ isEmpty: false }).map((filter) => (
          <Choice key={filter} list={list} filter={filter} />
        ))}
        {!isSinceShown && list.since === undefined && (
          <>
            <Menu.Label>{words.changedSince}</Menu.Label>
            <SinceChoices onChange={list.setSince} onAskDay={onAskDay} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Choice(props: {
  readonly list: ListState;
  readonly filter: RecordFilter;
  readonly count?: number;
}): ReactElement {
  const { list, filter, count } = props;
  return (
    <Menu.CheckboxItem
      checked={list.terms.filters.includes(filter)}
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
