import { useMemo } from 'react';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { appCalls } from '../../api/app.ts';
import { useRecordActs } from '../../api/key-accounts.ts';
import { inputText, isEmpty } from '../field-text.ts';
import { useDiscardMine } from '../use-discard-mine.ts';
import { useToasts } from '../toast-context.ts';
import { words as common } from '../words.ts';

/** What the menus can ask of any record; each says what came of it. */
export type RecordCalls = {
  /** Copies a value; `undefined` where there is nothing to copy. */
  readonly copy: (value: FieldValue | undefined) => (() => void) | undefined;
  readonly tryAgain: (id: RecordId) => void;
  readonly discard: (id: RecordId) => void;
};

/** Answers what the menus can ask of any record. */
export function useRecordCalls(): RecordCalls {
  const { tryAgain } = useRecordActs();
  const discard = useDiscardMine();
  const toasts = useToasts();
  return useMemo(() => {
    const again = async (id: RecordId): Promise<void> => {
      const answer = await tryAgain({ id });
      if (!answer.ok) toasts.fail(answer.failure, () => void again(id));
    };
    return {
      copy: (value) =>
        isEmpty(value)
          ? undefined
          : () => {
              void appCalls.copyText({ text: inputText(value) }).then((answer) => {
                if (answer.ok) toasts.show({ text: common.copied });
                else toasts.fail(answer.failure);
              });
            },
      tryAgain: (id) => {
        void again(id);
      },
      discard,
    };
  }, [tryAgain, discard, toasts]);
}
