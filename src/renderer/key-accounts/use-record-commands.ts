import type { RecordDetail } from '#shared/model/record.ts';
import { appCalls } from '../api/app.ts';
import { useCommands } from '../api/commands.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { inputText, isEmpty } from '../ui/field-text.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';

/** Offers what can be asked of the open record by the menu, the palette and the keys. */
export function useRecordCommands(detail: RecordDetail, onHistory: () => void): void {
  const acts = useRecordActs();
  const toasts = useToasts();
  const copy = (field: string): (() => void) | undefined => {
    const value = detail.values[field];
    if (isEmpty(value)) return undefined;
    return () => {
      void appCalls.copyText({ text: inputText(value) }).then((answer) => {
        if (answer.ok) toasts.show({ text: common.copied });
        else toasts.fail(answer.failure);
      });
    };
  };
  const tryAgain = (): void => {
    void acts.tryAgain({ id: detail.id }).then((answer) => {
      if (!answer.ok) toasts.fail(answer.failure);
    });
  };
  useCommands({
    'show-history': onHistory,
    'copy-email': copy('email'),
    'copy-guid': copy('remote_id'),
    'try-again': detail.attention && tryAgain,
  });
}
