import { useRef, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { Choice, Decision } from '#shared/model/decision.ts';
import { useDecisionActs } from '../api/decisions.ts';
import { nextUndecided } from './answers.ts';
import { useTyped, type TypedText } from './use-typed.ts';

/** Says a failure; `retry` does again what failed. */
export type Fail = (failure: Failure, retry: () => void) => void;

type Answering = {
  readonly go: (field: string | undefined) => void;
  readonly fail: Fail;
};

type Given = { readonly field: string; readonly choice: Choice | undefined };

type Step = { readonly field: string; readonly before: Choice | undefined };

type Answers = {
  readonly choose: (field: string | undefined, choice: Choice | undefined) => Promise<void>;
  /** Whether an answer for a field is being kept, which the screen may not show yet. */
  readonly isBeingAnswered: (field: string | undefined) => boolean;
  /** Takes the last answer back; absent when none was given. */
  readonly takeBack: (() => void) | undefined;
  readonly typed: TypedText;
};

/**
 * Gives answers, each about the version on the screen, and remembers them so that each can be taken back. Answers that
 * are given within some ms are kept one after the other: the last one of a field stands.
 */
export function useAnswers(decision: Decision, { go, fail }: Answering): Answers {
  const acts = useDecisionActs();
  const inTurn = useTurns();
  const { last, add, drop } = useSteps();
  const beingAnswered = useRef<{ readonly field: string }>(undefined);
  const { id, version } = decision;
  const answer = async ({ field, choice }: Given, retry: () => void): Promise<Decision | undefined> => {
    const result = await acts.choose({ id, version, field, ...(choice && { choice }) });
    if (result.ok) return result.value;
    fail(result.failure, retry);
    return undefined;
  };
  const give = (given: Given, retry: () => void): Promise<Decision | undefined> =>
    inTurn(async () => {
      const { field } = given;
      const before = (acts.latest(id) ?? decision).fields.find((one) => one.field === field)?.choice;
      const next = await answer(given, retry);
      if (next) add({ field, before });
      return next;
    });
  const typed = useTyped(id, ({ field, value }, retry) =>
    give({ field, choice: { side: 'other', value } }, retry),
  );
  const choose: Answers['choose'] = async (field, choice) => {
    if (field === undefined) return;
    const mine = { field };
    beingAnswered.current = mine;
    const next = await typed.replace(() => give({ field, choice }, () => void choose(field, choice)));
    // Where another answer was given meanwhile, that one leads on.
    if (beingAnswered.current !== mine) return;
    beingAnswered.current = undefined;
    if (next) go(nextUndecided(next, field));
  };
  const takeBack = async (step: Step | undefined): Promise<void> => {
    if (!step) return;
    const { field, before } = step;
    const next = await answer({ field, choice: before }, () => void inTurn(() => takeBack(step)));
    if (next) go(field);
  };
  return {
    typed,
    choose,
    isBeingAnswered: (field) => field !== undefined && beingAnswered.current?.field === field,
    takeBack: last && (() => void inTurn(() => takeBack(drop()))),
  };
}

/** Does one thing after the other, in the order in which they are asked for. */
function useTurns(): <Out>(work: () => Promise<Out>) => Promise<Out> {
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return (work) => {
    const done = before.current.then(work);
    before.current = done.catch(() => undefined);
    return done;
  };
}

type Steps = {
  readonly last: Step | undefined;
  readonly add: (step: Step) => void;
  /** Forgets the last one and answers it. */
  readonly drop: () => Step | undefined;
};

/** Holds what was answered, in order. */
function useSteps(): Steps {
  const [last, setLast] = useState<Step>();
  // What is asked for within some ms is done in turn: the screen may not show the one before yet.
  const steps = useRef<readonly Step[]>([]);
  const put = (next: readonly Step[]): void => {
    steps.current = next;
    setLast(next.at(-1));
  };
  return {
    last,
    add: (step) => {
      put([...steps.current, step]);
    },
    drop: () => {
      const step = steps.current.at(-1);
      put(steps.current.slice(0, -1));
      return step;
    },
  };
}
