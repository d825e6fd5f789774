import { Menu } from '@mantine/core';
import { IconCloudX, IconPlus } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { classes } from '../classes.ts';
import { countText } from '../times.ts';
import css from './filter-bar.module.css';
import type { ListState } from './list-state.ts';
import { SinceChoices } from './since-menu.tsx';
import { filterWords, words } from './list-words.ts';

/** The filters that there is no room for. */
export function MoreFilters(props: {
  readonly list: ListState;
  readonly missing: number;
  /** Whether the filter on the date has a chip of its own. */
  readonly isSinceShown: boolean;
}): ReactElement | null {
  const { list, missing } = props;
  const [isOpen, setOpen] = useState(false);
  const { filters, changedSince } = list.terms;
  const hasMissing = missing > 0 && !filters.includes('missing');
  const hasSince = !props.isSinceShown && changedSince === undefined;
  if (!hasMissing && !hasSince) return null;
  return (
    <Menu position="bottom-start" offset={4} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <button type="button" className={classes('plain', css.more)} aria-label={words.moreFilters}>
          <IconPlus size={14} stroke={1.75} aria-hidden />
          {!props.isSinceShown && words.more}
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={words.moreFilters}>
        {hasMissing && (
          <Menu.Item
            leftSection={<IconCloudX size={14} stroke={1.75} aria-hidden />}
            rightSection={countText(missing)}
            onClick={() => {
              list.toggle('missing');
            }}
          >
            {filterWords.missing}
          </Menu.Item>
        )}
        {hasSince && (
          <>
            <Menu.Label>{words.changedSince}</Menu.Label>
            <SinceChoices
              onChoose={(since) => {
                setOpen(false);
                list.setSince(since);
              }}
            />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
