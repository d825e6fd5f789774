import { Modal } from '@mantine/core';
import {
  IconArrowRight,
  IconBuildingStore,
  IconChevronRight,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Command } from '#shared/model/command.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { runCommand, useCommandList } from '../api/commands.ts';
import { useFound } from '../api/key-accounts.ts';
import { useViewNames } from '../api/views.ts';
import { capsOf, capsOfKeys } from '../ui/accelerator.ts';
import { classes } from '../ui/classes.ts';
import { inputText, nameText } from '../ui/field-text.ts';
import { Highlighted, Pieces } from '../ui/highlighted.tsx';
import { stateKind } from '#shared/model/state-kind.ts';
import { RowMark } from '../ui/state-mark.tsx';
import { entriesFor, wantedOf, type Entry, type EntryGroup } from './palette-entries.ts';
import css from './palette.module.css';
import { noteCommand, recentCommands } from './recent-commands.ts';

type PaletteProps = {
  readonly hasAccounts: boolean;
  readonly onClose: () => void;
  readonly onRecord: (id: RecordId) => void;
};

const words = wordsOf('palette');
const commandWords = wordsOf('commands');
const LIST_ID = 'palette-list';

/** The command palette: everything that can be done now, and the people that a text finds. */
export function Palette({ hasAccounts, onClose, onRecord }: PaletteProps): ReactElement {
  // Before the dialog takes it: where the focus goes back to, and what a command is about.
  const [opener] = useState(() => document.activeElement);
  const [recent] = useState(recentCommands);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { enabled } = useCommandList();
  const wanted = wantedOf(typed);
  const search = wanted.only === 'commands' ? '' : wanted.text;
  const people = useFound('key-accounts', search).data?.rows ?? [];
  const accounts = useFound('marketplace', hasAccounts ? search : '').data?.rows ?? [];
  const nameOf = useCommandNames();
  const groups = entriesFor(wanted, { enabled, recent, people, accounts, nameOf });
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(chosen, entries.length - 1)];
  const leave = (): void => {
    onClose();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    leave();
    if (entry.kind === 'command') runNoted(entry.command);
    else onRecord(entry.row.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = steps(event.key, entries.length, Math.min(chosen, entries.length - 1));
    if (event.nativeEvent.isComposing || (next === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (next === undefined) run(active);
    else setChosen(next);
  };
  return (
    <Modal
      opened
      onClose={leave}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': words.title } }}
      yOffset="11dvh"
      centered={false}
      zIndex={250}
      returnFocus={false}
      classNames={{ body: css.body ?? '' }}
    >
      <div className={css.search}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <input
          data-autofocus
          className={css.input}
          role="combobox"
          aria-label={words.placeholder}
          aria-expanded
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={active?.id}
          placeholder={words.placeholder}
          maxLength={200}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Results groups={groups} active={active} text={wanted.text} onRun={run} />
      <Foot />
    </Modal>
  );
}

/** Answers how commands are called here: those that show a saved view by its name. */
function useCommandNames(): (command: Command) => string {
  const viewOf = useViewNames();
  return (command) => {
    const view = viewOf(command);
    return view === undefined ? commandWords[command] : words.view({ name: view });
  };
}

function runNoted(command: Command): void {
  noteCommand(command);
  runCommand(command);
}

/** The place that a key leads to, round and round; `undefined` for every other key. */
function steps(key: string, count: number, from: number): number | undefined {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  return count === 0 ? 0 : (from + (key === 'ArrowDown' ? 1 : count - 1)) % count;
}

type ResultsProps = {
  readonly groups: readonly EntryGroup[];
  readonly active: Entry | undefined;
  readonly text: string;
  readonly onRun: (entry: Entry) => void;
};

function Results({ groups, active, text, onRun }: ResultsProps): ReactElement {
  return (
    <div id={LIST_ID} role="listbox" aria-label={words.results} className={css.list}>
      {groups.map(({ name, entries }) => (
        <div key={name} role="group" aria-label={words[name]}>
          <div className={css.title} aria-hidden>
            {words[name]}
          </div>
          {entries.map((entry) => (
            <Option
              key={entry.id}
              entry={entry}
              text={text}
              isActive={entry.id === active?.id}
              onRun={onRun}
            />
          ))}
        </div>
      ))}
      {groups.length === 0 && (
        <p role="status" className={css.nothing}>
          {words.nothing({ query: text })}
        </p>
      )}
    </div>
  );
}

type OptionProps = {
  readonly entry: Entry;
  readonly text: string;
  readonly isActive: boolean;
  readonly onRun: (entry: Entry) => void;
};

const scrollTo = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

function Option({ entry, text, isActive, onRun }: OptionProps): ReactElement {
  return (
    <div
      id={entry.id}
      ref={isActive ? scrollTo : undefined}
      role="option"
      aria-selected={isActive}
      {...(isActive && { 'data-on': true })}
      className={css.option}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={() => {
        onRun(entry);
      }}
    >
      {entry.kind === 'command' ? <CommandText {...entry} /> : <RecordText entry={entry} text={text} />}
    </div>
  );
}

function CommandText({ command, fit }: Extract<Entry, { kind: 'command' }>): ReactElement {
  const Icon = command.startsWith('go-') ? IconArrowRight : IconChevronRight;
  return (
    <>
      <span className={css.icon}>
        <Icon size={16} stroke={1.6} aria-hidden />
      </span>
      <span className={css.text}>
        <Pieces pieces={fit.pieces} />
      </span>
      <Caps caps={capsOf(command)} />
    </>
  );
}

function RecordText(props: {
  readonly entry: Exclude<Entry, { kind: 'command' }>;
  readonly text: string;
}): ReactElement {
  const { entry, text } = props;
  const { kind, row } = entry;
  const Icon = kind === 'person' ? IconUser : IconBuildingStore;
  const note = inputText(row.values[kind === 'person' ? 'email' : 'city']);
  return (
    <>
      <span className={css.icon}>
        <Icon size={16} stroke={1.6} aria-hidden />
      </span>
      <span className={classes(css.text, 'ellipsis')} dir="auto">
        <Highlighted text={nameText(row.values)} search={text} />
        <span className={css.note}>
          <Highlighted text={note} search={text} />
        </span>
      </span>
      <RowMark kind={stateKind(row.state)} />
    </>
  );
}

const Caps = ({ caps }: { readonly caps: readonly string[] }): ReactElement => (
  <span className={css.caps}>
    {caps.map((cap) => (
      <kbd key={cap} className={css.cap}>
        {cap}
      </kbd>
    ))}
  </span>
);

function Foot(): ReactElement {
  const hint = (caps: readonly string[], text: string): ReactElement => (
    <span className={css.hint}>
      <Caps caps={caps} />
      {text}
    </span>
  );
  return (
    <div className={css.foot} aria-hidden>
      {hint(['↑', '↓'], words.choose)}
      {hint(capsOfKeys('Enter'), words.run)}
      {hint(capsOfKeys('Esc'), words.close)}
      {hint(['@'], words.forPeople)}
      {hint(['>'], words.forCommands)}
    </div>
  );
}
