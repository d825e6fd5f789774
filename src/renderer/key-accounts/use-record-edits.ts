import { useMemo } from 'react';
import type { Failure } from '#shared/failure.ts';
import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { fieldLabel } from '../ui/field-text.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words } from '../ui/words.ts';
import { recordWords } from './words.ts';
import type { EditTrail } from './edit-trail.ts';
import type { FieldActs } from './record-acts-context.ts';
import { useUndo } from './undo-keys.tsx';
import { newOperation, type FieldSave } from './use-field-draft.ts';

/** Answers the acts of one record: each says what it did, with a way back. */
export function useRecordEdits(
  detail: RecordDetail,
  { trail, onDecide }: { readonly trail: EditTrail; readonly onDecide: () => void },
): FieldActs {
  const undo = useUndo(trail);
  const acts = useRecordActs();
  const toasts = useToasts();
  return useMemo(() => {
    const save = async (
      field: string,
      { operation, value, seen }: FieldSave,
    ): Promise<Failure | undefined> => {
      const answer = await acts.edit({ operation, id: detail.id, field, value, seen });
      if (!answer.ok) return answer.failure;
      const historyId = answer.value.lastEdit?.historyId;
      if (historyId !== undefined) trail.remember(historyId);
      const action = historyId === undefined ? undefined : undoAction(() => void undo(historyId));
      toasts.show({ text: recordWords.savedField({ field: fieldLabel(field) }), ...(action && { action }) });
      return undefined;
    };
    const set = async (field: string, value: FieldValue): Promise<void> => {
      const seen = valueOf(detail.values, field);
      const failure = await save(field, { operation: newOperation(), value, seen });
      if (failure) toasts.fail(failure);
    };
    return {
      saveField: (field) => (fieldSave) => save(field, fieldSave),
      setField: (field, value) => {
        void set(field, value);
      },
      undoLast: () => {
        if (detail.lastEdit) void undo(detail.lastEdit.historyId);
      },
      decide: onDecide,
    };
  }, [acts, toasts, detail, trail, undo, onDecide]);
}

const undoAction = (run: () => void): { label: string; hint: string; run: () => void } => ({
  label: words.undo,
  hint: 'Ctrl+Z',
  run,
});
