import { useRef, useState, type RefObject } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { OperationId } from '#shared/model/ids.ts';
import type { DraftKeeper } from '../../api/drafts.ts';
import { newAct } from '../../api/act-trail.ts';
import { inputText, parseInput } from '../field-text.ts';
import { useIsShown } from '../use-is-shown.ts';
import { useLeaving } from '../use-leaving.ts';

/** A text that is being typed, the value that stood there when it began, and the act that will save it. */
type Draft = {
  readonly text: string;
  readonly seen: FieldValue;
  readonly operation: OperationId;
  readonly failure?: Failure;
};

/** What saving a field needs to know. */
export type FieldSave = {
  readonly operation: OperationId;
  readonly value: FieldValue;
  readonly seen: FieldValue;
};

/** Saves a field; answers the failure where it was not saved. */
export type SaveField = (save: FieldSave) => Promise<Failure | undefined>;

/** A field while a person works on it. */
export type FieldDraft = {
  /** The text in the input: what is typed, or the value. */
  readonly text: string;
  readonly isTouched: boolean;
  /** The value that came in while the person was in the field. */
  readonly newer: { readonly value: FieldValue } | undefined;
  readonly failure: Failure | undefined;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  /** Saves what was typed and stays in the field. */
  readonly save: () => void;
  /** Saves what was typed and leaves the field. */
  readonly leave: () => void;
  /** Puts the value as it is now into the field, in place of what was typed. */
  readonly restore: () => void;
  /** Goes on typing over the newer value. */
  readonly keepTyping: () => void;
};

const begun = (value: FieldValue): Draft => ({
  text: inputText(value),
  seen: value,
  operation: newAct(),
});

const isTyped = (draft: Draft | undefined): draft is Draft =>
  draft !== undefined && draft.text !== inputText(draft.seen);

/** A draft that was not saved; whoever went on typing meanwhile keeps that, too. */
const notSaved = (typed: Draft, text: string, failure: Failure): Draft => ({
  ...typed,
  text,
  operation: text === typed.text ? typed.operation : newAct(),
  failure,
});

/** A field, its value now, what keeps its text until it is saved, and how it is saved. */
type DraftedField = {
  readonly field: string;
  readonly value: FieldValue;
  readonly keeper: DraftKeeper;
  readonly onSave: SaveField;
  /** Hears of a text that was not saved when it was no longer on the screen, and of what saves it. */
  readonly onLost: (failure: Failure, save: () => void) => void;
};

/**
 * Holds what a person types over `value` until it is saved. From the moment they enter the field its text is theirs:
 * a newer value from the server is offered, never put under the cursor. A text that could not be saved stays.
 */
export function useFieldDraft({ field, value, keeper, onSave, onLost }: DraftedField): FieldDraft {
  const { draft, latest, put } = useDraft();
  const isShown = useIsShown();
  const commit = async (staysInside: boolean): Promise<void> => {
    const typed = latest.current;
    keeper.stop();
    if (!isTyped(typed)) {
      if (!staysInside) put(undefined);
      return;
    }
    const next = parseInput(field, typed.text, typed.seen);
    put(staysInside ? { ...begun(next), text: typed.text } : typed);
    const failure = await onSave({ operation: typed.operation, value: next, seen: typed.seen });
    if (failure) {
      const left = notSaved(typed, latest.current?.text ?? typed.text, failure);
      keeper.keep(left.text, left.seen);
      put(left);
      if (!isShown.current) onLost(failure, commitNow);
    } else if (!staysInside && latest.current === typed) put(undefined);
  };
  const commitNow = (): void => {
    void commit(false);
  };
  useLeaving(commitNow);
  return {
    text: draft?.text ?? inputText(value),
    isTouched: isTyped(draft),
    newer: isOutdated(draft, value) ? { value } : undefined,
    failure: draft?.failure,
    begin: () => {
      if (!latest.current) put(begun(value));
    },
    type: (text) => {
      const { seen, operation } = latest.current ?? begun(value);
      put({ text, seen, operation });
      if (isTyped(latest.current)) keeper.keep(text, seen);
      else keeper.drop();
    },
    save: () => void commit(true),
    leave: commitNow,
    restore: () => {
      keeper.drop();
      put(begun(value));
    },
    keepTyping: () => {
      if (latest.current) put({ ...latest.current, seen: value });
    },
  };
}

type Held = {
  readonly draft: Draft | undefined;
  // What leaves the screen is saved too, and a screen that goes has no state any more.
  readonly latest: RefObject<Draft | undefined>;
  readonly put: (next: Draft | undefined) => void;
};

function useDraft(): Held {
  const [draft, setDraft] = useState<Draft>();
  const latest = useRef<Draft>(undefined);
  const put = (next: Draft | undefined): void => {
    latest.current = next;
    setDraft(next);
  };
  return { draft, latest, put };
}

// Who has typed the very text that came in has nothing to choose.
const isOutdated = (draft: Draft | undefined, value: FieldValue): boolean =>
  draft !== undefined && draft.seen !== value && draft.text !== inputText(value);
