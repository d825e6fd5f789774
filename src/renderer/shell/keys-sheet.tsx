import { Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import css from './keys-sheet.module.css';

type Row = readonly [keys: readonly string[], what: string];
type Group = { readonly title: string; readonly rows: readonly Row[] };

const groups: readonly Group[] = [
  {
    title: 'Everywhere',
    rows: [
      [['Ctrl', 'F'], 'Search Key Accounts'],
      [['Ctrl', 'N'], 'New Key Account'],
      [['Ctrl', 'Z'], 'Undo the last edit'],
      [['?'], 'These keys'],
    ],
  },
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

/** The sheet with every key. */
export function KeysSheet(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title="Keys"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={css.groups}>
        {groups.map(({ title, rows }) => (
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
