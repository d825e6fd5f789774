import { useSyncExternalStore } from 'react';
import { OperationId } from '#shared/model/ids.ts';

/** Something that a person did, and the words for it: "Edit of Ann Example". */
export type NamedAct = { readonly act: OperationId; readonly text: string };

/** A new id for one act of a person. */
export const newAct = (): OperationId => OperationId.parse(crypto.randomUUID());

/** The acts to take back and to do again; the next one is the last of each. */
type Stacks = { readonly undo: readonly NamedAct[]; readonly redo: readonly NamedAct[] };

const NOTHING: Stacks = { undo: [], redo: [] };

/** What the person did, in order, wherever in the app they did it. */
export class ActTrail {
  #stacks = NOTHING;
  readonly #listeners = new Set<() => void>();

  /** Begins anew with the acts of earlier sessions, oldest first; what was done meanwhile stays behind them. */
  begin(earlier: readonly NamedAct[]): void {
    const known = new Set(this.#stacks.undo.map(({ act }) => act));
    this.#put({
      ...this.#stacks,
      undo: [...earlier.filter(({ act }) => !known.has(act)), ...this.#stacks.undo],
    });
  }

  /** Forgets everything: another desk is open. */
  clear(): void {
    this.#put(NOTHING);
  }

  /** Adds an act that was just done; what was taken back before it cannot be done again any more. */
  remember(done: NamedAct): void {
    this.#put({ undo: [...without(this.#stacks.undo, done.act), done], redo: [] });
  }

  /** Notes that an act was taken back: it can be done again. */
  undone(act: NamedAct): void {
    this.#put({ undo: without(this.#stacks.undo, act.act), redo: [...this.#stacks.redo, act] });
  }

  /** Notes that an act was done again: it can be taken back. */
  redone(act: NamedAct): void {
    this.#put({ undo: [...this.#stacks.undo, act], redo: without(this.#stacks.redo, act.act) });
  }

  /** Leaves out an act that can neither be taken back nor done again. */
  forget({ act }: NamedAct): void {
    this.#put({ undo: without(this.#stacks.undo, act), redo: without(this.#stacks.redo, act) });
  }

  readonly stacks = (): Stacks => this.#stacks;

  readonly subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };

  #put(stacks: Stacks): void {
    this.#stacks = stacks;
    for (const listen of this.#listeners) listen();
  }
}

const without = (acts: readonly NamedAct[], left: OperationId): NamedAct[] =>
  acts.filter(({ act }) => act !== left);

/** The one trail of the window. */
export const actTrail = new ActTrail();

/** Whether there is something to take back, and something to do again. */
export function useActTrail(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { undo, redo } = useSyncExternalStore(actTrail.subscribe, actTrail.stacks);
  return { canUndo: undo.length > 0, canRedo: redo.length > 0 };
}
