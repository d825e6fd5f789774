import {
  IconAlertTriangleFilled,
  IconDirectionSignFilled,
  IconInfoCircle,
  IconPencil,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { classes } from '../classes.ts';
import { failureText } from '../failure-text.ts';
import { valueInside } from '../field-text.ts';
import { quoted, words as common } from '../words.ts';
import { valueBefore } from './edited-fields.ts';
import { useFieldActs } from './record-acts-context.ts';
import css from './record.module.css';
import { recordWords as words } from './record-words.ts';

/** What is to be said beneath a field: edited here, undecided, refused, a hint, not saved. */
export function FieldNotes(props: {
  readonly detail: RecordDetail;
  readonly field: string;
  readonly hasEmailHint: boolean;
  readonly failure: Failure | undefined;
  readonly onRetry?: () => void;
}): ReactElement {
  const { detail, field } = props;
  return (
    <>
      {props.failure && <NotSaved failure={props.failure} onRetry={props.onRetry} />}
      {props.hasEmailHint && (
        <p className={css.fieldNote}>
          <IconInfoCircle size={14} stroke={1.75} aria-hidden />
          <span>{words.emailHint}</span>
        </p>
      )}
      {detail.attention?.field === field && (
        <p className={classes(css.fieldNote, css.refused)}>
          <IconAlertTriangleFilled size={14} aria-hidden />
          <span dir="auto">{quoted(detail.attention.sentence)}</span>
        </p>
      )}
      {detail.openDecisions.includes(field) ? <Undecided /> : <EditedHere detail={detail} field={field} />}
    </>
  );
}

function Undecided(): ReactElement {
  const acts = useFieldActs();
  return (
    <p className={classes(css.fieldNote, css.undecided)}>
      <IconDirectionSignFilled size={14} aria-hidden />
      <span className={css.grow}>{words.needsDecision}</span>
      <button type="button" className="link" onClick={acts.decide}>
        {words.decide}
      </button>
    </p>
  );
}

function EditedHere(props: { readonly detail: RecordDetail; readonly field: string }): ReactElement | null {
  const { detail, field } = props;
  const acts = useFieldActs();
  const before = valueBefore(detail, field);
  if (!before) return null;
  return (
    <p className={css.fieldNote}>
      <span className={css.editedIcon}>
        <IconPencil size={14} stroke={1.75} aria-hidden />
      </span>
      <strong className={css.edited}>{words.editedHere}</strong>
      <span className={classes(css.grow, 'ellipsis')} dir="auto">
        {words.was({ value: valueInside(field, before.value) })}
      </span>
      <button
        type="button"
        className="link"
        onClick={() => {
          acts.setField(field, before.value);
        }}
      >
        {common.undo}
      </button>
    </p>
  );
}

function NotSaved(props: {
  readonly failure: Failure;
  readonly onRetry: (() => void) | undefined;
}): ReactElement {
  return (
    <p className={classes(css.fieldNote, css.refused)} role="alert">
      <IconAlertTriangleFilled size={14} aria-hidden />
      <span className={css.grow}>
        {words.notSaved} {failureText(props.failure, undefined).happened}
      </span>
      {props.onRetry && (
        <button type="button" className="link" onClick={props.onRetry}>
          {common.tryAgain}
        </button>
      )}
    </p>
  );
}
