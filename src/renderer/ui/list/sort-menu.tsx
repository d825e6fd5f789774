import { Menu } from '@mantine/core';
import { IconArrowsUpDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SortKey } from '#shared/model/record.ts';
import type { ListTerms } from '../../api/key-accounts.ts';
import { firstDirection } from './first-direction.ts';
import { IconMenu, Option } from './menu-option.tsx';
import { sortWords, words } from './list-words.ts';

/** The menu that sorts the list, also by columns that are not shown. */
export function SortMenu(props: {
  readonly keys: readonly SortKey[];
  readonly sort: ListTerms['sort'];
  readonly onSort: (sort: ListTerms['sort']) => void;
}): ReactElement {
  const { sort, onSort } = props;
  const direct = (direction: 'ascending' | 'descending'): ReactElement => (
    <Option
      value={direction}
      label={words[direction]}
      isOn={sort.direction === direction}
      onChoose={() => {
        onSort({ by: sort.by, direction });
      }}
    />
  );
  return (
    <IconMenu label={words.sortBy} icon={<IconArrowsUpDown size={16} stroke={1.6} aria-hidden />}>
      <Menu.Label>{words.sortBy}</Menu.Label>
      {props.keys.map((by) => (
        <Option
          key={by}
          value={by}
          label={sortWords[by]}
          isOn={by === sort.by}
          onChoose={() => {
            onSort({ by, direction: by === sort.by ? sort.direction : firstDirection(by) });
          }}
        />
      ))}
      <Menu.Divider />
      {direct('ascending')}
      {direct('descending')}
    </IconMenu>
  );
}
