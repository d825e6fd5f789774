import { useEffect } from 'react';
import { actTrail, useActTrail } from '../api/act-trail.ts';
import { useCommands } from '../api/commands.ts';
import { earlierActs, useTurnActs } from '../api/turn-acts.ts';

/** Undo and redo of the whole desk, unless a text that is being typed has its own; the trail begins with earlier acts. */
export function ActKeys(): null {
  const { canUndo, canRedo } = useActTrail();
  const acts = useTurnActs();
  useEffect(() => {
    let isOpen = true;
    actTrail.clear();
    void earlierActs().then((earlier) => {
      if (isOpen) actTrail.begin(earlier);
    });
    return () => {
      isOpen = false;
    };
  }, []);
  useCommands({
    undo: canUndo ? () => void outOfField(acts.undo) : undefined,
    redo: canRedo ? () => void outOfField(acts.redo) : undefined,
  });
  return null;
}

/** Out of the field and in again: its text is the person's as long as they are in it, also against an undo. */
async function outOfField(act: () => Promise<void>): Promise<void> {
  const field = untouchedField();
  field?.blur();
  await act();
  // The cache tells the field of its new value in a task that is before this one in the queue.
  setTimeout(() => field?.focus(), 0);
}

function untouchedField(): HTMLElement | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.dataset['untouched'] !== undefined ? focused : undefined;
}
