import { useRef, useState } from 'react';
import { unreachable } from '#shared/assert.ts';
import type { Choice, Decision } from '#shared/model/decision.ts';
import { newAct } from '../api/act-trail.ts';
import { useDecisionActs } from '../api/decisions.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { nameText } from '../ui/field-text.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useIsShown } from '../ui/use-is-shown.ts';
import { canBeTyped, neighbour, nextUndecided, undecided } from './answers.ts';
import { useAnswers, type Fail } from './use-answers.ts';
import type { TypedText } from './use-typed.ts';
import { words } from './words.ts';

/** What the person can do with the open decision. */
export type WorkspaceActs = {
  /** The field whose card is open. */
  readonly current: string | undefined;
  readonly isTyping: boolean;
  /** Whether the person has gone to another field, so that the open one must come into view. */
  readonly isMoved: boolean;
  readonly go: (field: string) => void;
  readonly move: (by: 1 | -1) => void;
  /** Answers the open field and goes on to the next one without an answer. */
  readonly choose: (choice: Choice) => void;
  readonly typeAnother: (isTyping: boolean) => void;
  /** What is typed for a field and is not its answer yet. */
  readonly typed: TypedText;
  readonly later: () => void;
  /** Takes the last answer back; absent when none was given. */
  readonly takeBack: (() => void) | undefined;
  /** Whether every field has an answer, or has one with what is typed. */
  readonly canSave: boolean;
  /** Saves the result, with what is typed and the answer that is being kept, where every field then has one. */
  readonly save: () => void;
};

type Place = { readonly field: string | undefined; readonly isTyping: boolean; readonly isMoved: boolean };

/** Holds the place of the person in a decision, and does what they choose. */
export function useWorkspace(
  decision: Decision,
  { field, onSettled }: { readonly field: string | undefined; readonly onSettled: () => void },
): WorkspaceActs {
  const [place, setPlace] = useState<Place>(() => ({
    field: field ?? undecided(decision)[0]?.field,
    isTyping: false,
    isMoved: false,
  }));
  const fail = useFail();
  const isThere = decision.fields.some(({ field }) => field === place.field);
  // A newer version can open a decision again that was complete: its first open field is where to go on.
  const current = isThere ? place.field : undecided(decision)[0]?.field;
  const go = (field: string | undefined): void => {
    setPlace({ field, isTyping: false, isMoved: true });
  };
  const { choose, isBeingAnswered, takeBack, typed } = useAnswers(decision, { go, fail });
  const save = useSave(decision, { onSettled, fail, typed });
  const canSave = undecided(decision).every(({ field }) => field === typed.shown?.field);
  return {
    current,
    isTyping: place.isTyping,
    isMoved: place.isMoved,
    go,
    move: (by) => {
      go(neighbour(decision, current, by));
    },
    choose: (choice) => void choose(current, choice),
    typed,
    typeAnother: (isTyping) => {
      if (!isTyping) typed.put(undefined);
      setPlace({ field: current, isTyping: isTyping && canBeTyped(current), isMoved: true });
    },
    later: () => {
      const isDecided = decision.fields.some(
        ({ field, choice }) => field === current && choice !== undefined,
      );
      const next = nextUndecided(decision, current);
      if (isDecided || isBeingAnswered(current)) void choose(current, undefined);
      else if (next === undefined) onSettled();
      else go(next);
    },
    takeBack,
    canSave,
    save,
  };
}

/** Says a failure calmly, and shows the newest version where this one is not the newest any more. */
function useFail(): Fail {
  const { reload } = useDecisionActs();
  const toasts = useToasts();
  return (failure, retry) => {
    if (failure.code === 'stale-decision') toasts.show({ text: words.stale, isFailure: true });
    else if (failure.code === 'not-found') toasts.show({ text: words.closed });
    else toasts.fail(failure, retry);
    void reload();
  };
}

type Saving = { readonly onSettled: () => void; readonly fail: Fail; readonly typed: TypedText };

function useSave(decision: Decision, { onSettled, fail, typed }: Saving): () => void {
  const acts = useDecisionActs();
  const turns = useTurnActs();
  const toasts = useToasts();
  const isSaving = useRef(false);
  const isShown = useIsShown();
  const isDecided = (): boolean =>
    undecided(acts.latest(decision.id) ?? decision).every(({ field }) => field === typed.field());
  const save = async (settled: () => void): Promise<void> => {
    const act = newAct();
    const isReady = (await typed.settle()) && isDecided() && (await typed.keep());
    if (!isReady) return;
    const answer = await acts.save({ id: decision.id, version: decision.version, act });
    if (!answer.ok) {
      fail(answer.failure, () => {
        // Who tries again from elsewhere stays there.
        run(isShown.current ? onSettled : () => undefined);
      });
      return;
    }
    const text = actText({ kind: 'decide', count: 1, label: nameText(answer.value.values) });
    toasts.show({ text: words.savedResult, action: turns.remember({ act, text }) });
    settled();
  };
  const run = (settled: () => void): void => {
    if (isSaving.current) return;
    isSaving.current = true;
    void save(settled).finally(() => {
      isSaving.current = false;
    });
  };
  return () => {
    run(onSettled);
  };
}

/** What a key does in the workspace. */
export type WorkspaceKey = 'yours' | 'server' | 'another' | 'later' | 'up' | 'down';

const keys: Readonly<Record<string, WorkspaceKey>> = {
  Digit1: 'yours',
  Numpad1: 'yours',
  Digit2: 'server',
  Numpad2: 'server',
  Digit3: 'another',
  Numpad3: 'another',
  Digit4: 'later',
  Numpad4: 'later',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The act of a plain key, by its place on the keyboard. */
export const workspaceKey = (code: string): WorkspaceKey | undefined => keys[code];

/** Does what a key stands for; answers nothing, the keys that mean nothing never come here. */
export function runKey(key: WorkspaceKey, acts: WorkspaceActs): void {
  switch (key) {
    case 'yours':
    case 'server':
      acts.choose({ side: key });
      break;
    case 'another':
      acts.typeAnother(true);
      break;
    case 'later':
      acts.later();
      break;
    case 'up':
      acts.move(-1);
      break;
    case 'down':
      acts.move(1);
      break;
    default:
      unreachable(key);
  }
}
