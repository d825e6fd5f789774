import { useCallback, useRef } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useCommands } from '../../api/commands.ts';
import { useDrafts } from '../../api/drafts.ts';
import { useToasts } from '../toast-context.ts';
import type { FieldActs } from './record-acts-context.ts';
import { recordWords } from './record-words.ts';

/** Offers to save at once what is being typed into the fields of a record; each says itself what came of it. */
export function useSaveTyped(id: RecordId): FieldActs['typing'] {
  const typed = useRef(new Map<string, () => void>());
  const kept = useDrafts(id).data?.length ?? 0;
  const toasts = useToasts();
  useCommands({
    'save-record': () => {
      const saves = [...typed.current.values()];
      for (const save of saves) save();
      // What is only kept from an earlier time says so beneath its field, and is not to be called saved.
      if (saves.length === 0 && kept === 0) toasts.show({ text: recordWords.allSaved });
    },
  });
  return useCallback((field, save) => {
    if (save) typed.current.set(field, save);
    else typed.current.delete(field);
  }, []);
}
