import { createContext, useContext } from 'react';
import type { FieldValue } from '#shared/model/field.ts';
import type { SaveField } from './use-field-draft.ts';

/** What the fields of the open record can do. */
export type FieldActs = {
  readonly saveField: (field: string) => SaveField;
  /** Sets a field at once, as a switch or an undo does. */
  readonly setField: (field: string, value: FieldValue) => void;
  /** Says how what is being typed into a field is saved; `undefined` where nothing is. */
  readonly typing: (field: string, save: (() => void) | undefined) => void;
  readonly undoLast: () => void;
  readonly decide: () => void;
};

/** The acts of the open record. */
export const FieldActsContext = createContext<FieldActs | undefined>(undefined);

/** Answers the acts of the open record; only inside its view. */
export function useFieldActs(): FieldActs {
  const acts = useContext(FieldActsContext);
  if (!acts) throw new Error('A field can act inside the view of a record only.');
  return acts;
}
