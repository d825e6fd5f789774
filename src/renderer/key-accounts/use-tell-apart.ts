import { useCallback } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Lookalike } from '#shared/model/lookalike.ts';
import { useLookalikeActs } from '../api/lookalikes.ts';
import { nameText } from '../ui/field-text.ts';
import type { Shows } from '../ui/record/use-judge-missing.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useIsShown } from '../ui/use-is-shown.ts';
import { lookalikeWords as words } from './words.ts';

/** Answers how it is said that another record is not the same person as the one with this id, with a way back. */
export function useTellApart(id: RecordId, shows: Shows): (other: Lookalike) => void {
  const acts = useLookalikeActs();
  const toasts = useToasts();
  const isShown = useIsShown();
  return useCallback(
    (other) => {
      const name = nameText(other.values);
      const tell = async (areApart: boolean): Promise<void> => {
        const answer = await acts.tellApart({ id, other: other.id, areApart });
        if (!answer.ok) {
          toasts.fail(answer.failure, () => void tell(areApart));
          return;
        }
        const action = { label: words.undo, run: () => void tell(false) };
        toasts.show(
          areApart ? { text: words.isApart({ name }), action } : { text: words.isNotApart({ name }) },
        );
        // What was pressed is gone from the screen.
        if (areApart && isShown.current) shows.stay();
      };
      void tell(true);
    },
    [acts, toasts, isShown, id, shows],
  );
}
