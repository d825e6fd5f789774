import { useRef, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { Values } from '#shared/model/field.ts';
import { RecordId } from '#shared/model/ids.ts';
import { newAct } from '../api/act-trail.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { isEmpty, nameText } from '../ui/field-text.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useLeaving } from '../ui/use-leaving.ts';
import { recordWords } from '../ui/record/record-words.ts';

/** Whether there is anything in a new record that would be lost. */
export const isTyped = (values: Values): boolean => Object.values(values).some((value) => !isEmpty(value));

/** The making of a new record. */
export type SaveNew = {
  readonly failure: Failure | undefined;
  readonly save: () => void;
  /** Forgets what was typed, so that leaving makes nothing. */
  readonly discard: () => void;
};

/** Makes a new record once: on demand, or when its form goes from the screen with something typed. */
export function useSaveNew(
  values: Values,
  {
    isLeftAlone,
    onSaving,
    onMade,
  }: {
    readonly isLeftAlone: boolean;
    readonly onSaving: () => void;
    readonly onMade: (id: RecordId) => void;
  },
): SaveNew {
  const acts = useRecordActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const [failure, setFailure] = useState<Failure>();
  // One id for the record and one for the act, so that trying again cannot make a second record.
  const [ids] = useState(() => ({ id: RecordId.parse(crypto.randomUUID()), operation: newAct() }));
  const state = useRef<'open' | 'saving' | 'done'>('open');
  const make = async (isLeaving: boolean): Promise<void> => {
    if (state.current !== 'open' || (isLeaving && (isLeftAlone || !isTyped(values)))) return;
    state.current = 'saving';
    onSaving();
    const answer = await acts.create({ ...ids, values });
    state.current = answer.ok ? 'done' : 'open';
    if (!answer.ok) {
      setFailure(answer.failure);
      if (isLeaving) toasts.fail(answer.failure);
      return;
    }
    const text = actText({ kind: 'create', count: 1, label: nameText(values) });
    const action = turns.remember({ act: ids.operation, text });
    toasts.show({ text: recordWords.savedField({ field: nameText(values) }), action });
    if (!isLeaving) onMade(ids.id);
  };
  useLeaving(() => void make(true));
  return {
    failure,
    save: () => {
      void make(false);
    },
    discard: () => {
      state.current = 'done';
    },
  };
}
