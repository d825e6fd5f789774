import { useCallback } from 'react';
import type { Lookalike } from '#shared/model/lookalike.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { newAct } from '../api/act-trail.ts';
import { useLookalikeActs } from '../api/lookalikes.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { nameText } from '../ui/field-text.ts';
import type { Shows } from '../ui/record/use-judge-missing.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useIsShown } from '../ui/use-is-shown.ts';
import { lookalikeWords as words } from './words.ts';

/** Answers how it is said that another record is not the same person as this one, as an act with a way back. */
export function useTellApart(record: RecordDetail, shows: Shows): (other: Lookalike) => void {
  const acts = useLookalikeActs();
  const { remember } = useTurnActs();
  const toasts = useToasts();
  const isShown = useIsShown();
  const { id } = record;
  const label = nameText(record.values);
  return useCallback(
    (other) => {
      const act = newAct();
      const tell = async (): Promise<void> => {
        const answer = await acts.tellApart({ act, id, other: other.id });
        if (!answer.ok) {
          toasts.fail(answer.failure, () => void tell());
          return;
        }
        const text = words.isApart({ name: nameText(other.values) });
        toasts.show({
          text,
          action: remember({ act, text: actText({ kind: 'tell-apart', count: 1, label }) }),
        });
        // What was pressed is gone from the screen.
        if (isShown.current) shows.stay();
      };
      void tell();
    },
    [acts, remember, toasts, isShown, id, label, shows],
  );
}
