import { useMemo } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Result } from '#shared/result.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { useSyncCentreActs } from '../api/sync-centre.ts';
import { useDiscardMine } from '../ui/use-discard-mine.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';

const words = wordsOf('syncCentre');

/** What can be done to a record of the sync centre. */
export type UnsentActs = {
  readonly tryAgain: (id: RecordId) => void;
  readonly discard: (id: RecordId) => void;
  readonly discardHeld: (id: RecordId) => void;
};

/** Answers the acts on what is listed; each says what it did, with a way back. */
export function useUnsentActs(): UnsentActs {
  const records = useRecordActs();
  const acts = useSyncCentreActs();
  const toasts = useToasts();
  const discard = useDiscardMine();
  return useMemo(() => {
    const say = async (answer: Promise<Result<unknown>>): Promise<boolean> => {
      const result = await answer;
      if (!result.ok) toasts.fail(result.failure);
      return result.ok;
    };
    const discardHeld = async (id: RecordId): Promise<void> => {
      if (!(await say(acts.discardHeld(id)))) return;
      const run = (): void => void say(acts.restoreHeld(id));
      toasts.show({ text: words.discardedHeld, action: { label: common.undo, run } });
    };
    return {
      tryAgain: (id) => void say(records.tryAgain({ id })),
      discard,
      discardHeld: (id) => void discardHeld(id),
    };
  }, [records, acts, toasts, discard]);
}
