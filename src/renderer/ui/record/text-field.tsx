import { useEffect, useId, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { newAct } from '../../api/act-trail.ts';
import { useDraftKeeper, useDrafts } from '../../api/drafts.ts';
import { classes } from '../classes.ts';
import { fieldLabel, inputText, looksLikeEmail, parseInput } from '../field-text.ts';
import { FieldNotes } from './field-notes.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { NewerChip } from './newer-chip.tsx';
import { useToasts } from '../toast-context.ts';
import { useFieldActs } from './record-acts-context.ts';
import css from './record.module.css';
import { recordWords as words } from './record-words.ts';
import { useFieldDraft, type FieldDraft, type FieldSave } from './use-field-draft.ts';

type FieldProps = {
  readonly detail: RecordDetail;
  readonly field: string;
  readonly value: FieldValue;
  readonly placeholder: string;
  readonly isMono?: boolean;
  /** Values that are usual; every other one can be typed as well. */
  readonly suggestions?: readonly string[];
  /** What stands behind the input. */
  readonly behind?: ReactNode;
};

/** A text field of a record: at rest it is text, with the focus an input that saves when it is left. */
export function TextField(props: FieldProps): ReactElement {
  const { detail, field, value } = props;
  const id = useId();
  const notesId = useId();
  const acts = useFieldActs();
  const keeper = useDraftKeeper(detail.id, field);
  const toasts = useToasts();
  const draft = useFieldDraft({
    field,
    value,
    keeper,
    onSave: acts.saveField(field),
    onLost: (failure, save) => {
      acts.typing(field, save);
      toasts.fail(failure, save);
    },
  });
  useEffect(() => {
    acts.typing(field, draft.isTouched ? draft.save : undefined);
    return () => {
      acts.typing(field, undefined);
    };
  });
  const kept = useKept(detail.id, field, draft.text);
  return (
    <div className={css.field} data-field={field}>
      <label className={css.label} htmlFor={id}>
        {fieldLabel(field)}
      </label>
      <div className={css.control}>
        <Beside behind={props.behind}>
          <Input {...props} id={id} notesId={notesId} draft={draft} />
        </Beside>
        <div id={notesId}>
          {kept && !draft.isTouched && <KeptText draft={kept} onDiscard={keeper.drop} />}
          {draft.newer && (
            <NewerChip
              field={field}
              value={draft.newer.value}
              onUse={draft.restore}
              onKeep={draft.keepTyping}
            />
          )}
          <FieldNotes
            detail={detail}
            field={field}
            hasEmailHint={isEmail(detail.id, field) && draft.text !== '' && !looksLikeEmail(draft.text)}
            failure={draft.failure}
            onRetry={draft.leave}
          />
        </div>
      </div>
    </div>
  );
}

function Input(
  props: FieldProps & { readonly id: string; readonly notesId: string; readonly draft: FieldDraft },
): ReactElement {
  const { detail, draft, field, suggestions } = props;
  const listId = useId();
  return (
    <>
      <input
        id={props.id}
        type="text"
        dir="auto"
        className={classes(css.input, props.isMono === true && css.mono)}
        value={draft.text}
        title={draft.text}
        placeholder={props.placeholder}
        spellCheck={false}
        autoComplete="off"
        maxLength={10_000}
        aria-describedby={props.notesId}
        {...(suggestions && { list: listId })}
        {...(detail.attention?.field === field && { 'aria-invalid': true })}
        {...(!draft.isTouched && { 'data-untouched': '' })}
        onFocus={draft.begin}
        onChange={(event) => {
          draft.type(event.currentTarget.value);
        }}
        onBlur={draft.leave}
        onKeyDown={(event) => {
          onFieldKey(event, draft);
        }}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** What was typed here before; a save that fails says so, and what was typed is kept. */
function KeptText(props: { readonly draft: Draft; readonly onDiscard: () => void }): ReactElement {
  const { field, value, seen } = props.draft;
  const { saveField } = useFieldActs();
  const toasts = useToasts();
  const save = async (typed: FieldSave): Promise<void> => {
    const failure = await saveField(field)(typed);
    if (failure) toasts.fail(failure, () => void save(typed));
  };
  return (
    <KeptDraft
      draft={props.draft}
      act={words.saveDraft}
      onSave={() => {
        const next = parseInput(field, inputText(value), seen);
        void save({ operation: newAct(), value: next, seen });
      }}
      onDiscard={props.onDiscard}
    />
  );
}

/** The input, with what stands behind it in the same line. */
function Beside(props: { readonly behind: ReactNode; readonly children: ReactElement }): ReactElement {
  if (props.behind === undefined) return props.children;
  return (
    <div className={css.beside}>
      {props.children}
      {props.behind}
    </div>
  );
}

const isEmail = (id: RecordId, field: string): boolean => resourceOf(id).fields[field] === 'email';

/** What was typed here before and never saved, unless it is what stands here now. */
function useKept(id: RecordId, field: string, text: string): Draft | undefined {
  const kept = useDrafts(id).data?.find((draft) => draft.field === field);
  return kept && inputText(kept.value) !== text ? kept : undefined;
}

function onFieldKey(event: KeyboardEvent, draft: FieldDraft): void {
  if (event.nativeEvent.isComposing) return;
  if (event.code === 'Enter' && event.altKey) {
    event.preventDefault();
    if (draft.newer) draft.restore();
  } else if (event.code === 'Enter' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    draft.save();
  } else if (event.code === 'Escape' && draft.isTouched) {
    // The first Esc puts the value back; only the next one leaves.
    event.preventDefault();
    draft.restore();
  }
}
