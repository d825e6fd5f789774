import { Switch } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { fieldLabel, flagText } from '../ui/field-text.ts';
import { FieldNotes } from '../ui/record/field-notes.tsx';
import { useFieldActs } from '../ui/record/record-acts-context.ts';
import css from '../ui/record/record.module.css';
import { recordWords as words } from '../ui/record/record-words.ts';

/** A field that is Yes, No or not set; the switch says Yes or No, *Clear* makes it not set again. */
export function FlagField(props: {
  readonly detail: RecordDetail;
  readonly field: string;
  readonly value: FieldValue;
}): ReactElement {
  const { field, value } = props;
  const id = useId();
  const textId = useId();
  const acts = useFieldActs();
  return (
    <div className={css.field} data-field={field}>
      <label className={css.label} htmlFor={id}>
        {fieldLabel(field)}
      </label>
      <div className={css.control}>
        <div className={css.flag}>
          <Switch
            id={id}
            checked={value === true}
            aria-describedby={textId}
            onChange={(event) => {
              acts.setField(field, event.currentTarget.checked);
            }}
          />
          <span id={textId} className={css.flagText}>
            {flagText(value)}
          </span>
          {value !== null && (
            <button
              type="button"
              className={`link ${css.clear ?? ''}`}
              aria-label={words.clearField({ field: fieldLabel(field) })}
              onClick={() => {
                acts.setField(field, null);
              }}
            >
              {words.clear}
            </button>
          )}
        </div>
        <FieldNotes detail={props.detail} field={field} hasEmailHint={false} failure={undefined} />
      </div>
    </div>
  );
}
