import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { Grouping } from '#shared/model/inbox.ts';
import css from './inbox.module.css';

const words = wordsOf('inbox');

/** The menu that groups the inbox: by record, by field, or by the pair of values. */
export function GroupingMenu(props: {
  readonly grouping: Grouping;
  readonly onGroup: (grouping: Grouping) => void;
}): ReactElement {
  return (
    <Menu position="bottom-end" offset={4}>
      <Menu.Target>
        <button type="button" className={`plain ${css.grouping ?? ''}`}>
          {words[props.grouping]}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.groupBy}</Menu.Label>
        {Grouping.options.map((grouping) => (
          <Menu.RadioItem
            key={grouping}
            value={grouping}
            checked={grouping === props.grouping}
            closeMenuOnClick
            checkIcon={<IconCheck size={14} stroke={2} aria-hidden />}
            onChange={() => {
              props.onGroup(grouping);
            }}
          >
            {words[grouping]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
