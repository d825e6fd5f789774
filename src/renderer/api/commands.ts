import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import type { Command } from '#shared/model/command.ts';
import { commandOf } from '../ui/accelerator.ts';
import { isOverlayOpen, textActOf } from '../ui/keyboard.ts';
import { bridge } from './bridge.ts';

/** What a command does now, and whether it is switched on. */
export type Act = {
  readonly run: () => void;
  readonly isChecked?: boolean;
  /** Whether it is about the window as a whole: an open dialog does not keep it away. */
  readonly isOfWindow?: boolean;
};

/** What a part of the screen can do; an act that is absent or undefined is not to be had now. */
export type Acts = Partial<Readonly<Record<Command, Act | (() => void) | undefined>>>;

type Listed = { readonly enabled: readonly Command[]; readonly checked: readonly Command[] };
type Entry = { readonly current: Acts };

const actOf = (act: Acts[Command]): Act | undefined => (typeof act === 'function' ? { run: act } : act);

/** What every part of the screen that is shown can do; of two that can do the same, the later one does it. */
class CommandBoard {
  readonly #entries: Entry[] = [];
  readonly #listeners = new Set<() => void>();
  #listed: Listed = { enabled: [], checked: [] };

  add(entry: Entry): () => void {
    this.#entries.push(entry);
    this.changed();
    return () => {
      this.#entries.splice(this.#entries.indexOf(entry), 1);
      this.changed();
    };
  }

  changed(): void {
    const acts: Partial<Record<Command, Act>> = {};
    for (const entry of this.#entries)
      for (const [command, given] of Object.entries(entry.current) as [Command, Acts[Command]][]) {
        const act = actOf(given);
        if (act) acts[command] = act;
      }
    const enabled = (Object.keys(acts) as Command[]).sort();
    const listed = { enabled, checked: enabled.filter((command) => acts[command]?.isChecked) };
    if (JSON.stringify(listed) === JSON.stringify(this.#listed)) return;
    this.#listed = listed;
    for (const listen of this.#listeners) listen();
  }

  find(command: Command): Act | undefined {
    return this.#entries.map(({ current }) => actOf(current[command])).findLast((one) => one !== undefined);
  }

  readonly listed = (): Listed => this.#listed;

  readonly subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };
}

const board = new CommandBoard();

/** Lets the menu, the palette and the keys do `acts` for as long as the component is shown. */
export function useCommands(acts: Acts): void {
  const entry = useRef(acts);
  useEffect(() => board.add(entry), []);
  useEffect(() => {
    entry.current = acts;
    board.changed();
  });
}

/** Runs a command; false when nothing on the screen can do it now. */
export function runCommand(command: Command): boolean {
  const act = board.find(command);
  act?.run();
  return act !== undefined;
}

/** Which commands can be run now. */
export const useCommandList = (): Listed => useSyncExternalStore(board.subscribe, board.listed);

/**
 * Hears the keys and the menu, and tells the menu what can be done; once in a window, and without anything that would be
 * drawn again with every change of that.
 */
export function CommandKeys(): null {
  const listed = useCommandList();
  useEffect(() => {
    void bridge.app.commands(listed);
  }, [listed]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isOverlayOpen()) return;
    const command = commandOf(event);
    // A text that is being typed has an undo and a selection of its own.
    if (command === undefined || textActOf(command, event.target)) return;
    if (runCommand(command)) event.preventDefault();
  });
  useEffect(() => {
    const stop = bridge.on('command', ({ command }) => {
      const inText = textActOf(command, document.activeElement);
      if (inText) inText();
      // What is behind an open dialog is not to be reached, from the menu of the system either.
      else if (!isOverlayOpen() || board.find(command)?.isOfWindow) runCommand(command);
    });
    window.addEventListener('keydown', onKey);
    return () => {
      stop();
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return null;
}
