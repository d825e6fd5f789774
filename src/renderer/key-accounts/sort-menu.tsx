import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowsUpDown, IconCheck } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { SortKey } from '#shared/model/record.ts';
import type { Settings } from '#shared/model/settings.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import { firstDirection } from './columns.ts';
import { densityWords, sortWords, words } from './words.ts';

function Option(props: {
  readonly value: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  return (
    <Menu.RadioItem
      value={props.value}
      checked={props.isOn}
      closeMenuOnClick
      checkIcon={<IconCheck size={14} stroke={2} aria-hidden />}
      onChange={props.onChoose}
    >
      {props.label}
    </Menu.RadioItem>
  );
}

function IconMenu(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Menu position="bottom-end" offset={4}>
      <Menu.Target>
        <ActionIcon aria-label={props.label} title={props.label}>
          {props.icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{props.children}</Menu.Dropdown>
    </Menu>
  );
}

/** The menu that sorts the list, also by columns that are not shown. */
export function SortMenu(props: {
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
      {SortKey.options.map((by) => (
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

const densities = ['compact', 'standard', 'comfortable'] as const;

/** The menu that sets the height of the rows. */
export function DensityMenu(props: {
  readonly density: Settings['density'];
  readonly onDensity: (density: Settings['density']) => void;
}): ReactElement {
  return (
    <IconMenu label={words.density} icon={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />}>
      <Menu.Label>{words.density}</Menu.Label>
      {densities.map((value) => (
        <Option
          key={value}
          value={value}
          label={densityWords[value]}
          isOn={value === props.density}
          onChoose={() => {
            props.onDensity(value);
          }}
        />
      ))}
    </IconMenu>
  );
}
