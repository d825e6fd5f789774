import type { Command } from '#shared/model/command.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { fuzzy, type Fit } from '../ui/fuzzy.ts';

/** What the palette shows: a command that can be run now, a Key Account, or an account of the Marketplace. */
export type Entry =
  | { readonly kind: 'command'; readonly id: string; readonly command: Command; readonly fit: Fit }
  | { readonly kind: 'person' | 'account'; readonly id: string; readonly row: RecordRow };

/** Entries under one title. */
export type EntryGroup = {
  readonly name: 'recent' | 'screens' | 'commands' | 'people' | 'accounts';
  readonly entries: readonly Entry[];
};

/** What was typed: the text, and whether it asks for people only (`@`) or commands only (`>`). */
export type Wanted = { readonly text: string; readonly only: 'people' | 'commands' | undefined };

/** Reads what was typed. */
export function wantedOf(typed: string): Wanted {
  const text = typed.trimStart();
  if (text.startsWith('@')) return { text: text.slice(1).trim(), only: 'people' };
  if (text.startsWith('>')) return { text: text.slice(1).trim(), only: 'commands' };
  return { text: text.trim(), only: undefined };
}

/** What the entries are made of. */
export type Sources = {
  readonly enabled: readonly Command[];
  readonly recent: readonly Command[];
  readonly nameOf: (command: Command) => string;
  readonly people: readonly RecordRow[];
  readonly accounts: readonly RecordRow[];
};

/**
 * The entries that fit, in groups that are not empty. A command that cannot be run now is left out: the menu shows it
 * greyed at its place, while here it would only stand in the way of what can be done.
 */
export function entriesFor({ text, only }: Wanted, sources: Sources): EntryGroup[] {
  const commands = only === 'people' ? [] : fitting(text, sources);
  const isRecent = ({ command }: CommandEntry): boolean => text === '' && sources.recent.includes(command);
  const isScreen = ({ command }: CommandEntry): boolean => command.startsWith('go-');
  const recent = commands.filter(isRecent).sort((a, b) => place(a, sources) - place(b, sources));
  const others = commands.filter((entry) => !isRecent(entry));
  const found = (kind: 'person' | 'account', rows: readonly RecordRow[]): Entry[] =>
    only === 'commands' || text === '' ? [] : rows.map((row) => ({ kind, id: `${kind}-${row.id}`, row }));
  const groups: EntryGroup[] = [
    { name: 'recent', entries: recent },
    { name: 'screens', entries: others.filter(isScreen) },
    { name: 'commands', entries: others.filter((entry) => !isScreen(entry)) },
    { name: 'people', entries: found('person', sources.people) },
    { name: 'accounts', entries: found('account', sources.accounts) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

type CommandEntry = Extract<Entry, { kind: 'command' }>;

const place = ({ command }: CommandEntry, { recent }: Sources): number => {
  const at = recent.indexOf(command);
  return at < 0 ? recent.length : at;
};

function fitting(text: string, sources: Sources): CommandEntry[] {
  return sources.enabled
    .filter((command) => command !== 'palette')
    .flatMap((command): CommandEntry[] => {
      const fit = fuzzy(sources.nameOf(command), text);
      return fit ? [{ kind: 'command', id: `command-${command}`, command, fit }] : [];
    })
    .sort((a, b) => b.fit.score - a.fit.score || place(a, sources) - place(b, sources));
}
