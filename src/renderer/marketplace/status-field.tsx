import { Button } from '@mantine/core';
import { useId, useRef, type ReactElement } from 'react';
import { offeredSteps, type OfferedStep } from '#shared/model/account-status.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { fieldLabel } from '../ui/field-text.ts';
import { FieldNotes } from '../ui/record/field-notes.tsx';
import { useFieldActs } from '../ui/record/record-acts-context.ts';
import record from '../ui/record/record.module.css';
import css from './marketplace.module.css';
import { actWords, statusText, words } from './words.ts';

/** The status of an account, with the steps that it has from there. */
export function StatusField({ detail }: { readonly detail: RecordDetail }): ReactElement {
  const labelId = useId();
  const group = useRef<HTMLDivElement>(null);
  // Nothing is asked of an account that is gone, nor while a person has to say which status it has.
  const isSettled = detail.state !== 'missing' && !detail.openDecisions.includes('status');
  const steps = isSettled ? offeredSteps(detail.values, detail.base) : [];
  return (
    <div
      ref={group}
      className={record.field}
      data-field="status"
      role="group"
      aria-labelledby={labelId}
      tabIndex={-1}
    >
      <span id={labelId} className={record.label}>
        {fieldLabel('status')}
      </span>
      <div className={record.control}>
        <p className={css.value}>{statusText(detail)}</p>
        {steps.length > 0 && (
          <Steps
            steps={steps}
            isAsBefore={detail.base?.['status'] === 'Disabled'}
            // The step that was taken is none of the next ones: its button goes.
            onTaken={() => group.current?.focus()}
          />
        )}
        <FieldNotes detail={detail} field="status" hasEmailHint={false} failure={undefined} />
      </div>
    </div>
  );
}

function Steps(props: {
  readonly steps: readonly OfferedStep[];
  /** Whether only the service knows what enabling goes back to. */
  readonly isAsBefore: boolean;
  readonly onTaken: () => void;
}): ReactElement {
  const { steps } = props;
  const { setField } = useFieldActs();
  const noteId = useId();
  const note = noteOf(steps, props.isAsBefore);
  return (
    <>
      <div className={css.steps}>
        {steps.map(({ action, makes, hindrance }) => (
          <Button
            key={action}
            size="xs"
            // What stands in its way is told to everybody who comes to it.
            {...(hindrance !== undefined && { 'data-disabled': true, 'aria-disabled': true })}
            {...(note !== undefined && { 'aria-describedby': noteId })}
            onClick={() => {
              if (hindrance !== undefined) return;
              setField('status', makes);
              props.onTaken();
            }}
          >
            {actWords[action]}
          </Button>
        ))}
      </div>
      {note !== undefined && (
        <p id={noteId} className={css.note}>
          {note}
        </p>
      )}
    </>
  );
}

function noteOf(steps: readonly OfferedStep[], isAsBefore: boolean): string | undefined {
  if (steps.some(({ hindrance }) => hindrance !== undefined)) return words.needsExternalId;
  return isAsBefore && steps.some(({ action }) => action === 'enable') ? words.enableMeans : undefined;
}
