import { useCallback, useRef } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useCommands } from '../../api/commands.ts';
import { useDrafts } from '../../api/drafts.ts';
import { useToasts } from '../toast-context.ts';
import type { FieldActs } from './record-acts-context.ts';
import { recordWords } from './record-words.ts';

/** What a record knows of its fields that are not saved. */
type SaveTyped = {
  readonly typing: FieldActs['typing'];
  /** Counts a save as under way until it has its answer. */
  readonly during: <T>(saving: Promise<T>) => Promise<T>;
};

/** Offers to save at once what is being typed into the fields of a record; each says itself what came of it. */
export function useSaveTyped(id: RecordId): SaveTyped {
  const typed = useRef(new Map<string, () => void>());
  const underWay = useRef(0);
  const kept = useDrafts(id).data?.length ?? 0;
  const toasts = useToasts();
  useCommands({
    'save-record': () => {
      const saves = [...typed.current.values()];
      // Each that is tried and still not saved says so anew.
      typed.current.clear();
      for (const save of saves) save();
      // What is being saved says itself what came of it. What is only kept from an earlier time says so beneath its
      // field. Neither is to be called saved.
      const isQuiet = saves.length === 0 && underWay.current === 0 && kept === 0;
      if (isQuiet) toasts.show({ text: recordWords.allSaved });
    },
  });
  const typing: FieldActs['typing'] = useCallback((field, save) => {
    if (save) typed.current.set(field, save);
    else typed.current.delete(field);
  }, []);
  const during: SaveTyped['during'] = useCallback(async (saving) => {
    underWay.current += 1;
    try {
      return await saving;
    } finally {
      underWay.current -= 1;
    }
  }, []);
  return { typing, during };
}
