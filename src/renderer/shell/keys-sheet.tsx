import { Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { commandKeys, type Command } from '#shared/model/command.ts';
import { wordsOf } from '#shared/language/language.ts';
import { useCommandList } from '../api/commands.ts';
import { capsOf } from '../ui/accelerator.ts';
import css from './keys-sheet.module.css';

type Row = readonly [keys: readonly string[], what: string];
type Group = { readonly title: string; readonly rows: readonly Row[] };

const groups: readonly Group[] = [
  {
    title: 'List',
    rows: [
      [['↑', '↓'], 'Previous, next record'],
      [['PgUp', 'PgDn'], 'One screen up, down'],
      [['Home', 'End'], 'First, last record'],
      [['Enter'], 'Open the record'],
      [['Esc'], 'Clear the search, close the record'],
    ],
  },
  {
    title: 'Record',
    rows: [
      [['Enter'], 'Save the field'],
      [['Esc'], 'Put the value back; then back to the list'],
      [['Alt', 'Enter'], 'Use the server’s newer value'],
      [['Ctrl', 'Enter'], 'Save a new record'],
    ],
  },
  {
    title: 'Decisions',
    rows: [
      [['1'], 'Use yours'],
      [['2'], 'Use server’s'],
      [['3'], 'Type another'],
      [['4'], 'Decide later'],
      [['↑', '↓'], 'Other field'],
      [['Ctrl', 'Enter'], 'Save the result'],
      [['Ctrl', 'Z'], 'Take the last answer back'],
    ],
  },
];

const commandWords = wordsOf('commands');

/** The keys of the commands that can be run now. */
const commandRows = (enabled: readonly Command[]): Row[] => [
  ...(Object.keys(commandKeys) as Command[])
    .filter((command) => enabled.includes(command))
    .map((command): Row => [capsOf(command), commandWords[command]]),
  [['?'], 'These keys'],
];

/** The sheet with every key. */
export function KeysSheet(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const { enabled } = useCommandList();
  const everywhere: Group = { title: 'Everywhere', rows: commandRows(enabled) };
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title="Keys"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={css.groups}>
        {[everywhere, ...groups].map(({ title, rows }) => (
          <section key={title} className={css.group}>
            <h3 className={css.title}>{title}</h3>
            <dl>
              {rows.map(([keys, what]) => (
                <div key={what} className={css.row}>
                  <dt className={css.keys}>
                    {keys.map((key) => (
                      <kbd key={key} className={css.cap}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
