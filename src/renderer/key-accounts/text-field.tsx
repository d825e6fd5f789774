import { useEffect, useId, type KeyboardEvent, type ReactElement } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { newAct } from '../api/act-trail.ts';
import { useDraftKeeper, useDrafts } from '../api/drafts.ts';
import { classes } from '../ui/classes.ts';
import { fieldLabel, inputText, looksLikeEmail, parseInput } from '../ui/field-text.ts';
import { FieldNotes } from './field-notes.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { NewerChip } from './newer-chip.tsx';
import { useFieldActs } from './record-acts-context.ts';
import css from './record.module.css';
import { useFieldDraft, type FieldDraft } from './use-field-draft.ts';

/** A text field of a record: at rest it is text, with the focus an input that saves when it is left. */
export function TextField(props: {
  readonly detail: RecordDetail;
  readonly field: string;
  readonly value: FieldValue;
  readonly placeholder: string;
  readonly isMono?: boolean;
}): ReactElement {
  const { detail, field, value } = props;
  const id = useId();
  const notesId = useId();
  const acts = useFieldActs();
  const keeper = useDraftKeeper(detail.id, field);
  const draft = useFieldDraft({ field, value, keeper, onSave: acts.saveField(field) });
  useEffect(() => {
    acts.typing(field, draft.isTouched ? draft.save : undefined);
    return () => {
      acts.typing(field, undefined);
    };
  });
  const kept = useKept(detail.id, field, draft.text);
  const label = fieldLabel(field);
  return (
    <div className={css.field} data-field={field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <div className={css.control}>
        <input
          id={id}
          type="text"
          dir="auto"
          className={classes(css.input, props.isMono === true && css.mono)}
          value={draft.text}
          title={draft.text}
          placeholder={props.placeholder}
          spellCheck={false}
          autoComplete="off"
          maxLength={10_000}
          aria-describedby={notesId}
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
        <div id={notesId}>
          {kept && !draft.isTouched && (
            <KeptDraft
              draft={kept}
              onSave={() => {
                const next = parseInput(field, inputText(kept.value), kept.seen);
                void acts.saveField(field)({ operation: newAct(), value: next, seen: kept.seen });
              }}
              onDiscard={keeper.drop}
            />
          )}
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
            hasEmailHint={field === 'email' && draft.text !== '' && !looksLikeEmail(draft.text)}
            failure={draft.failure}
            onRetry={draft.leave}
          />
        </div>
      </div>
    </div>
  );
}

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
