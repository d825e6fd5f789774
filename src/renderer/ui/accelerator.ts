import { wordsOf } from '#shared/language/language.ts';
import { commandKeys, type Command } from '#shared/model/command.ts';
import { isTextTarget } from './keyboard.ts';

const isMac = navigator.platform.startsWith('Mac');

type Chord = {
  readonly key: string;
  readonly isCommand: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

function chordOf(accelerator: string): Chord {
  const parts = accelerator.split('+');
  return {
    key: parts.at(-1) ?? '',
    isCommand: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

const names: Readonly<Record<string, readonly string[]>> = {
  Plus: ['+', '='],
  '-': ['-', '_'],
  Up: ['ArrowUp'],
  Down: ['ArrowDown'],
};

function isKey(event: KeyboardEvent, key: string): boolean {
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  // The letter that the keyboard writes; where it writes none of the Latin script, the place of the key.
  if (/^[A-Z]$/.test(key))
    return event.key.toUpperCase() === key || (event.key > '~' && event.code === `Key${key}`);
  return (names[key] ?? [key]).includes(event.key);
}

function isChord(event: KeyboardEvent, accelerator: string): boolean {
  const { key, isCommand, shift, alt } = chordOf(accelerator);
  if (isCommand !== (isMac ? event.metaKey : event.ctrlKey) || alt !== event.altKey) return false;
  // Some keyboards need Shift to write a sign at all.
  return isKey(event, key) && (shift === event.shiftKey || key === 'Plus' || key === '/');
}

/** Whether a key writes a sign although it is pressed with Alt: on a Mac, Option and a digit do. */
const writesWithAlt = (event: KeyboardEvent): boolean =>
  isMac && event.altKey && event.key.length === 1 && isTextTarget(event.target);

/** The command whose key was pressed, if there is one. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) return undefined;
  if (writesWithAlt(event)) return undefined;
  const [found] = Object.entries(commandKeys).find(([, keys]) => isChord(event, keys)) ?? [];
  return found as Command | undefined;
}

const words = wordsOf('keyCaps');

const signs: Readonly<Record<string, string>> = { Plus: '+', Up: '↑', Down: '↓', Left: '←', Right: '→' };

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Home: '↖',
  End: '↘',
  PageUp: '⇞',
  PageDown: '⇟',
};

/** The words on keys, which are the language's; those that are not here are the same in every language. */
const named: Readonly<Record<string, () => string>> = {
  CmdOrCtrl: () => words.ctrl,
  Shift: () => words.shift,
  Enter: () => words.enter,
  Space: () => words.space,
  Home: () => words.home,
  End: () => words.end,
  PageUp: () => words.pageUp,
  PageDown: () => words.pageDown,
};

const capOf = (part: string): string =>
  signs[part] ?? (isMac ? macSigns[part] : undefined) ?? named[part]?.() ?? part;

/** What stands on the keys of an accelerator: Strg, Umschalt, Z on a German keyboard. */
export const capsOfKeys = (keys: string): readonly string[] => keys.split('+').map(capOf);

/** The caps of the key of a command; none where it has no key. */
export const capsOf = (command: Command): readonly string[] =>
  capsOfKeys(commandKeys[command] ?? '').filter(Boolean);

/** The keys of an accelerator in one text: Ctrl+Shift+Z, on a Mac ⌘⇧Z. */
export const keysText = (keys: string): string => capsOfKeys(keys).join(isMac ? '' : '+');

/** The keys of an accelerator as `aria-keyshortcuts` names them. */
export const spokenKeys = (keys: string): string => keys.replace('CmdOrCtrl', isMac ? 'Meta' : 'Control');
