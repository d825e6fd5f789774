import { useMemo } from 'react';
import { saveDecisionLog } from '../api/decisions.ts';
import { savedLogText } from './saved-log-text.ts';
import { useToasts } from './toast-context.ts';

/** Answers a function that saves the decision log where the person says, and tells how whole it is. */
export function useSaveLog(): (how: { readonly redacted: boolean }) => Promise<void> {
  const toasts = useToasts();
  return useMemo(() => {
    const save = async (how: { readonly redacted: boolean }): Promise<void> => {
      const answer = await saveDecisionLog(how);
      if (!answer.ok) toasts.fail(answer.failure, () => void save(how));
      else if (answer.value) {
        const { isIntact } = answer.value;
        toasts.show({ text: savedLogText(answer.value), ...(!isIntact && { isFailure: true }) });
      }
    };
    return save;
  }, [toasts]);
}
