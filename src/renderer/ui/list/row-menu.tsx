import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { commandKeys, type Command } from '#shared/model/command.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { runCommand, useCommandList, type Acts } from '../../api/commands.ts';
import { nameText } from '../field-text.ts';
import { KeyHint } from '../key-hint.tsx';
import css from './row-menu.module.css';

const commandWords = wordsOf('commands');

/** A point of the window in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** What the menu of a row offers: what is about the row (`-` is a line), then what is about the selection. */
export type MenuCommands = {
  readonly ofRow: readonly (Command | '-')[];
  readonly ofSelection: readonly Command[];
};

// Without `keydown`, which is among them by default: the key that opens the menu would close it again.
const outside = ['mousedown', 'touchstart'];

type MenuProps = {
  readonly row: RecordRow;
  readonly point: Point;
  readonly acts: Acts;
  readonly commands: MenuCommands;
  /** Closes it and gives the focus back to the list: whatever a command opens then takes it from there. */
  readonly onClose: () => void;
};

/** The menu of a row, with the words of the app's own menu: what is about this record, then about the selection. */
export function RowMenu({ row, point, acts, commands, onClose }: MenuProps): ReactElement {
  const { enabled } = useCommandList();
  const runOf = (command: Command): (() => void) | undefined => {
    const act = acts[command];
    return typeof act === 'function' ? act : act?.run;
  };
  return (
    <Menu
      opened
      position="bottom-start"
      offset={0}
      returnFocus={false}
      floatingStrategy="fixed"
      clickOutsideEvents={outside}
      hideDetached={false}
      onClose={onClose}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={css.point}
          style={{ left: point.x, top: point.y }}
          aria-label={nameText(row.values)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {commands.ofRow.map((command, place) =>
          command === '-' ? (
            <Menu.Divider key={place} />
          ) : (
            <Item key={command} command={command} run={runOf(command)} />
          ),
        )}
        {commands.ofSelection.length > 0 && <Menu.Divider />}
        {commands.ofSelection.map((command) => (
          <Item
            key={command}
            command={command}
            run={enabled.includes(command) ? () => runCommand(command) : undefined}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type ItemProps = { readonly command: Command; readonly run: (() => unknown) | undefined };

function Item({ command, run }: ItemProps): ReactElement {
  const keys = commandKeys[command];
  return (
    <Menu.Item
      disabled={run === undefined}
      rightSection={keys === undefined ? undefined : <KeyHint keys={keys} />}
      onClick={run}
    >
      {commandWords[command]}
    </Menu.Item>
  );
}
