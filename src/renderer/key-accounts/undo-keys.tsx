import { useCallback } from 'react';
import { useRecordActs } from '../api/key-accounts.ts';
import { useCommands } from '../api/commands.ts';
import { nameText } from '../ui/field-text.ts';
import { useToasts } from '../ui/toast-context.ts';
import type { EditTrail } from './edit-trail.ts';
import { recordWords } from './words.ts';

/** Answers a function that takes back one edit and says whose it was. */
export function useUndo(trail: EditTrail): (historyId: number) => Promise<void> {
  const acts = useRecordActs();
  const toasts = useToasts();
  return useCallback(
    async (historyId) => {
      trail.forget(historyId);
      const answer = await acts.undo({ historyId });
      if (answer.ok) toasts.show({ text: recordWords.undoneFor({ name: nameText(answer.value.values) }) });
      else toasts.fail(answer.failure);
    },
    [acts, toasts, trail],
  );
}

/** Ctrl+Z takes the newest edit back, unless a text that is being typed has an undo of its own. */
export function UndoKeys(props: {
  readonly trail: EditTrail;
  /** The edit to take back when none was made in this session. */
  readonly earlier: number | undefined;
}): null {
  const { trail, earlier } = props;
  const undo = useUndo(trail);
  const undoNewest = async (): Promise<void> => {
    const historyId = trail.newest() ?? earlier;
    if (historyId === undefined) return;
    const field = untouchedField();
    // Out of the field and in again: its text is the person's as long as they are in it, also against an undo.
    field?.blur();
    await undo(historyId);
    // The cache tells the field of its new value in a task that is before this one in the queue.
    setTimeout(() => field?.focus(), 0);
  };
  useCommands({
    undo: () => {
      void undoNewest();
    },
  });
  return null;
}

const isUntouched = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.dataset['untouched'] !== undefined;

const untouchedField = (): HTMLElement | undefined =>
  isUntouched(document.activeElement) ? document.activeElement : undefined;
