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

const caps: Readonly<Record<string, string>> = isMac
  ? { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Plus: '+', Up: '↑', Down: '↓' }
  : { CmdOrCtrl: 'Ctrl', Plus: '+', Up: '↑', Down: '↓' };

/** The caps of the key of a command: Ctrl, Shift, Z; none where it has no key. */
export function capsOf(command: Command): readonly string[] {
  const accelerator = commandKeys[command];
  return accelerator === undefined ? [] : accelerator.split('+').map((part) => caps[part] ?? part);
}
