import { useCallback } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { newAct } from '../api/act-trail.ts';
import { useSyncCentreActs } from '../api/sync-centre.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { useToasts } from './toast-context.ts';

const words = wordsOf('syncCentre');

/** Answers a function that discards what was typed into a record and not sent, and offers it back. */
export function useDiscardMine(): (id: RecordId) => void {
  const { discardMine } = useSyncCentreActs();
  const turns = useTurnActs();
  const toasts = useToasts();
  return useCallback(
    (id) => {
      const discard = async (): Promise<void> => {
        const act = newAct();
        const answer = await discardMine({ id, act });
        if (!answer.ok) {
          toasts.fail(answer.failure, () => void discard());
          return;
        }
        const { label } = answer.value;
        const action = turns.remember({ act, text: actText({ kind: 'discard', count: 1, label }) });
        toasts.show({ text: words.discarded({ name: label === '' ? words.noName : label }), action });
      };
      void discard();
    },
    [discardMine, turns, toasts],
  );
}
