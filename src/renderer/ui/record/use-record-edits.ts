import { useCallback, useMemo } from 'react';
import type { Failure } from '#shared/failure.ts';
import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { newAct } from '../../api/act-trail.ts';
import { useRecordActs } from '../../api/key-accounts.ts';
import { actText, useTurnActs } from '../../api/turn-acts.ts';
import { fieldLabel, nameText } from '../field-text.ts';
import { useToasts } from '../toast-context.ts';
import type { FieldActs } from './record-acts-context.ts';
import type { FieldSave } from './use-field-draft.ts';
import { useSaveTyped } from './use-save-typed.ts';
import { recordWords } from './record-words.ts';

/** Answers the acts of one record: each says what it did, with a way back. */
export function useRecordEdits(detail: RecordDetail, onDecide: () => void): FieldActs {
  const { typing, during } = useSaveTyped(detail.id);
  const acts = useRecordActs();
  const turns = useTurnActs();
  const toasts = useToasts();
  const undoLast = useUndoLast(detail);
  return useMemo(() => {
    const save = async (
      field: string,
      { operation, value, seen }: FieldSave,
    ): Promise<Failure | undefined> => {
      const answer = await during(acts.edit({ operation, id: detail.id, field, value, seen }));
      if (!answer.ok) return answer.failure;
      const text = actText({ kind: 'edit', count: 1, label: nameText(answer.value.values) });
      const action = turns.remember({ act: operation, text });
      toasts.show({ text: recordWords.savedField({ field: fieldLabel(field) }), action });
      return undefined;
    };
    const set = async (field: string, value: FieldValue): Promise<void> => {
      const seen = valueOf(detail.values, field);
      const failure = await save(field, { operation: newAct(), value, seen });
      if (failure) toasts.fail(failure, () => void set(field, value));
    };
    return {
      saveField: (field) => (fieldSave) => save(field, fieldSave),
      setField: (field, value) => {
        void set(field, value);
      },
      typing,
      undoLast,
      decide: onDecide,
    };
  }, [acts, turns, toasts, detail, typing, during, undoLast, onDecide]);
}

/** Takes the newest edit of the record back: the whole act, or this record's part of an act on many. */
function useUndoLast({ lastEdit, values }: RecordDetail): () => void {
  const acts = useRecordActs();
  const turns = useTurnActs();
  const toasts = useToasts();
  return useCallback(() => {
    if (!lastEdit) return;
    const { historyId, act: known } = lastEdit;
    const label = nameText(values);
    const undoPart = async (): Promise<void> => {
      const act = newAct();
      const answer = await acts.undo({ historyId, act });
      if (!answer.ok) {
        toasts.fail(answer.failure, () => void undoPart());
        return;
      }
      const action = turns.remember({ act, text: actText({ kind: 'restore', count: 1, label }) });
      toasts.show({ text: recordWords.undoneFor({ name: label }), action });
    };
    if (known) void turns.undoAct({ act: known, text: actText({ kind: 'edit', count: 1, label }) });
    else void undoPart();
  }, [acts, turns, toasts, lastEdit, values]);
}
