import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ActSummary, LeftWhy, TakenBack } from '#shared/model/act.ts';
import type { OperationId } from '#shared/model/ids.ts';
import { wordsOf } from '#shared/language/language.ts';
import { useToasts, type Toasts } from '../ui/toast-context.ts';
import { actTrail, type NamedAct } from './act-trail.ts';
import { bridge } from './bridge.ts';
import { queryKeys } from './query-keys.ts';

const words = wordsOf('acts');

/** An act in words. */
export function actText({ kind, count, label }: Pick<ActSummary, 'kind' | 'count' | 'label'>): string {
  const name = label === '' ? words.noName : label;
  switch (kind) {
    case 'bulk-edit':
      return words.bulkEdit({ count });
    case 'import':
      return words.import({ count });
    case 'decide':
      return count > 1 ? words.decided({ count }) : words.decide({ name });
    case 'discard':
      return count > 1 ? words.discarded({ count }) : words.discard({ name });
    default:
      return words[kind]({ name });
  }
}

/** Takes acts back and does them again. */
export type TurnActs = {
  /** Takes one act back, whichever it is in the order. */
  readonly undoAct: (act: NamedAct) => Promise<void>;
  /** Takes the newest act back. */
  readonly undo: () => Promise<void>;
  /** Does the act again that was taken back last. */
  readonly redo: () => Promise<void>;
  /** Remembers an act that was done and answers the way back, for its notice. */
  readonly remember: (act: NamedAct) => { readonly label: string; readonly hint: string; run: () => void };
};

/** Answers how acts are taken back and done again, with a notice of what came of it. */
export function useTurnActs(): TurnActs {
  const client = useQueryClient();
  const toasts = useToasts();
  return useMemo(() => {
    const parts = { client, toasts };
    const undoAct = async (act: NamedAct): Promise<void> => {
      await turn(parts, 'undo', act);
    };
    return {
      undoAct,
      undo: () => turnNewest(parts, 'undo'),
      redo: () => turnNewest(parts, 'redo'),
      remember: (act) => {
        actTrail.remember(act);
        return { label: words.undo, hint: 'CmdOrCtrl+Z', run: () => void undoAct(act) };
      },
    };
  }, [client, toasts]);
}

type Parts = { readonly client: QueryClient; readonly toasts: Toasts };
type Way = 'undo' | 'redo';

/** Goes on to the act before where the newest one is gone already, taken back somewhere else. */
async function turnNewest(parts: Parts, way: Way): Promise<void> {
  for (;;) {
    const act = actTrail.stacks()[way].at(-1);
    if (!act || (await turn(parts, way, act))) return;
  }
}

/** Turns one act; false when there was nothing to turn any more. */
async function turn({ client, toasts }: Parts, way: Way, act: NamedAct): Promise<boolean> {
  const call = way === 'undo' ? bridge.records.undoAct : bridge.records.redoAct;
  const answer = await call({ act: act.act });
  if (!answer.ok) {
    const isOver = answer.failure.code === 'not-found' || answer.failure.code === 'changed-meanwhile';
    if (isOver) actTrail.forget(act);
    else toasts.fail(answer.failure, () => void turn({ client, toasts }, way, act));
    return !isOver;
  }
  const { done, left } = answer.value;
  if (done.length + left.length === 0) {
    actTrail.forget(act);
    return false;
  }
  if (done.length === 0) actTrail.forget(act);
  else if (way === 'undo') actTrail.undone(act);
  else actTrail.redone(act);
  await refresh(client, done);
  toasts.show({
    text: outcomeText(way, act.text, answer.value),
    ...actionAfter({ client, toasts }, way, act),
  });
  return true;
}

const actionAfter = (
  parts: Parts,
  way: Way,
  act: NamedAct,
): { action?: { label: string; hint: string; run: () => void } } => {
  if (way === 'redo' || !actTrail.stacks().redo.some((one) => one.act === act.act)) return {};
  return {
    action: { label: words.redo, hint: 'CmdOrCtrl+Shift+Z', run: () => void turn(parts, 'redo', act) },
  };
};

function outcomeText(way: Way, text: string, { done, left }: TakenBack): string {
  if (done.length === 0) {
    if (way === 'redo') return words.notRedone({ text });
    const isLeft = (reason: LeftWhy): boolean => left.some(({ why }) => why === reason);
    if (isLeft('joined')) return words.joined({ text });
    return isLeft('sent') ? words.sent({ text }) : words.changed({ text });
  }
  if (left.length === 0) return way === 'undo' ? words.undone({ text }) : words.redone({ text });
  const partly = way === 'undo' ? words.undonePartly : words.redonePartly;
  return partly({ text, left: left.length });
}

/** Looks up again what is on the screen, before the notice says that it is so. */
async function refresh(client: QueryClient, done: TakenBack['done']): Promise<void> {
  if (done.length === 0) return;
  const all = [queryKeys.windows, queryKeys.records, queryKeys.histories, queryKeys.decisions];
  await Promise.all(all.map((queryKey) => client.invalidateQueries({ queryKey })));
}

/** The acts of earlier sessions, oldest first; none when they cannot be read. */
export async function earlierActs(): Promise<NamedAct[]> {
  const answer = await bridge.records.acts();
  if (!answer.ok) return [];
  const named = (summary: ActSummary): { act: OperationId; text: string } => ({
    act: summary.act,
    text: actText(summary),
  });
  return answer.value.map(named).reverse();
}
