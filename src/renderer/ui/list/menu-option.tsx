import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';

/** One of several choices in a menu. */
export function Option(props: {
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

/** A menu that opens from an icon. */
export function IconMenu(props: {
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
