import { IconArrowRight, IconCircleCheckFilled, IconCircleDashed, IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Choice, ConflictField } from '#shared/model/decision.ts';
import { classes } from '../ui/classes.ts';
import { fieldLabel, valueText } from '../ui/field-text.ts';
import { SideChip } from '../ui/side-chip.tsx';
import { words as common } from '../ui/words.ts';
import { chosenValue } from './answers.ts';
import css from './field-card.module.css';
import { words } from './words.ts';

/** A field that is not open: its answer, or both sides while there is none, and whether something is typed for it. */
export function FieldLine(props: {
  readonly field: ConflictField;
  /** Whether something was typed for it that is not its answer. */
  readonly isTyped: boolean;
  readonly onOpen: (field: string) => void;
}): ReactElement {
  const { field } = props;
  const { choice } = field;
  const label = fieldLabel(field.field);
  return (
    <article className={css.line} aria-label={label}>
      <span className={choice ? css.done : css.undone}>
        {choice ? (
          <IconCircleCheckFilled size={14} aria-hidden />
        ) : (
          <IconCircleDashed size={14} stroke={1.75} aria-hidden />
        )}
      </span>
      <h3 className={css.lineName}>{label}</h3>
      <p className={classes(css.lineText, 'ellipsis')}>
        <span dir="auto">{valueText(field.field, field.base)}</span>
        <IconArrowRight size={14} stroke={1.75} role="img" aria-label={common.became} />
        {choice ? (
          <strong dir="auto">{valueText(field.field, chosenValue(field, choice))}</strong>
        ) : (
          <>
            <strong dir="auto">{valueText(field.field, field.local)}</strong> {words.ofYours} /{' '}
            <strong dir="auto">{valueText(field.field, field.remote)}</strong> {words.ofServer}
          </>
        )}
      </p>
      {props.isTyped && (
        <span className={css.draft} title={words.typedNotUsed}>
          <IconPencil size={14} stroke={1.75} aria-hidden />
          <span className="ellipsis">{words.typedNotUsed}</span>
        </span>
      )}
      {choice && <ChoiceChip choice={choice} />}
      <button
        type="button"
        className="link"
        aria-label={choice ? words.changeField({ field: label }) : words.openField({ field: label })}
        onClick={() => {
          props.onOpen(field.field);
        }}
      >
        {choice ? words.change : words.open}
      </button>
    </article>
  );
}

/** Whose value was chosen. */
export function ChoiceChip({ choice }: { readonly choice: Pick<Choice, 'side'> }): ReactElement {
  if (choice.side !== 'other') return <SideChip side={choice.side} />;
  return (
    <span data-chip className={css.typed}>
      {words.typed}
    </span>
  );
}
