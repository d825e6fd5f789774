import { useMemo } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Result } from '#shared/result.ts';
import { newAct } from '../api/act-trail.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { useSyncCentreActs } from '../api/sync-centre.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { nameText } from '../ui/field-text.ts';
import { useDiscardMine } from '../ui/use-discard-mine.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';

const words = wordsOf('syncCentre');
const missing = wordsOf('missing');

/** What can be done to a record of the sync centre. */
export type UnsentActs = {
  readonly tryAgain: (id: RecordId) => void;
  readonly discard: (id: RecordId) => void;
  readonly putBack: (id: RecordId) => void;
  readonly discardHeld: (id: RecordId) => void;
};

/** Answers the acts on what is listed; each says what it did, with a way back. */
export function useUnsentActs(): UnsentActs {
  const records = useRecordActs();
  const acts = useSyncCentreActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const discard = useDiscardMine();
  return useMemo(() => {
    const call = async (ask: () => Promise<Result<unknown>>, onDone?: () => void): Promise<void> => {
      const result = await ask();
      if (result.ok) onDone?.();
      else toasts.fail(result.failure, () => void call(ask, onDone));
    };
    const tellDiscarded = (id: RecordId): void => {
      const run = (): void => void call(() => acts.restoreHeld(id));
      toasts.show({ text: words.discardedHeld, action: { label: common.undo, run } });
    };
    const putBack = async (id: RecordId): Promise<void> => {
      const act = newAct();
      const answer = await records.judgeMissing({ id, choice: 'put-back', act });
      if (!answer.ok) {
        toasts.fail(answer.failure, () => void putBack(id));
        return;
      }
      const text = actText({ kind: 'put-back', count: 1, label: nameText(answer.value.values) });
      toasts.show({ text: missing.isBack, action: turns.remember({ act, text }) });
    };
    return {
      tryAgain: (id) => void call(() => records.tryAgain({ id })),
      discard,
      putBack: (id) => void putBack(id),
      discardHeld: (id) =>
        void call(
          () => acts.discardHeld(id),
          () => {
            tellDiscarded(id);
          },
        ),
    };
  }, [records, acts, toasts, turns, discard]);
}
