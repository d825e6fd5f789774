import { Modal } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import { commandKeys, type Command } from '#shared/model/command.ts';
import { wordsOf } from '#shared/language/language.ts';
import { useCommandList } from '../api/commands.ts';
import { capsOfKeys } from '../ui/accelerator.ts';
import { words as common } from '../ui/words.ts';
import css from './keys-sheet.module.css';

type Row = readonly [keys: string, what: string];
type Group = { readonly title: string; readonly rows: readonly Row[] };

const words = wordsOf('keys');
const commandWords = wordsOf('commands');

const groups = (): readonly Group[] => [
  {
    title: words.list,
    rows: [
      ['Up+Down', words.moveRow],
      ['PageUp+PageDown', words.movePage],
      ['Home+End', words.moveEnd],
      ['Enter', words.openRecord],
      ['Alt+Left+Right', words.moveColumn],
      ['Shift+Left+Right', words.widenColumn],
      ['CmdOrCtrl+Space', words.toggleRow],
      ['Shift+Up+Down', words.extendRows],
      ['Shift+F10', words.rowMenu],
      ['Esc', words.leaveList],
    ],
  },
  {
    title: words.record,
    rows: [
      ['Enter', words.saveField],
      [commandKeys['save-record'] ?? '', commandWords['save-record']],
      ['Esc', words.restoreField],
      ['Alt+Enter', words.useNewer],
      ['CmdOrCtrl+Enter', words.saveNew],
    ],
  },
  {
    title: words.decisions,
    rows: [
      ['1', words.useYours],
      ['2', words.useServer],
      ['3', words.typeAnother],
      ['4', words.decideLater],
      ['Up+Down', words.otherField],
      ['CmdOrCtrl+Enter', words.saveResult],
      ['CmdOrCtrl+Z', words.takeBack],
    ],
  },
];

/** The keys of the commands that can be run now. */
const commandRows = (enabled: readonly Command[]): Row[] => [
  ...(Object.keys(commandKeys) as Command[])
    .filter((command) => enabled.includes(command) && command !== 'save-record')
    .map((command): Row => [commandKeys[command] ?? '', commandWords[command]]),
  ['?', words.these],
];

/** The sheet with every key. */
export const KeysSheet = memo(function KeysSheet(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { enabled } = useCommandList();
  const everywhere: Group = { title: words.everywhere, rows: commandRows(enabled) };
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={words.title}
      size={720}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={css.groups}>
        {[everywhere, ...groups()].map(({ title, rows }) => (
          <section key={title} className={css.group}>
            <h3 className={css.title}>{title}</h3>
            <dl>
              {rows.map(([keys, what]) => (
                <div key={what} className={css.row}>
                  <dt className={css.what}>{what}</dt>
                  <dd className={css.keys}>
                    {capsOfKeys(keys).map((key) => (
                      <kbd key={key} className={css.cap}>
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
});
