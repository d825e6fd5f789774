import { Fragment, type ReactElement } from 'react';
import type { FieldValue } from '#shared/model/field.ts';
import { classes } from './classes.ts';
import css from './compared-value.module.css';
import { difference, type DiffPiece } from './difference.ts';
import { hasFewValues, inputText, isEmpty, valueText } from './field-text.ts';

/** Which side a value is on: its marks have that side's colour and underline. */
export type Side = 'yours' | 'server';

/** A value with what changed from `before` marked inside the text. */
export function ComparedValue(props: {
  readonly field: string;
  readonly before: FieldValue;
  readonly value: FieldValue;
  readonly side: Side;
}): ReactElement {
  const { field, before, value, side } = props;
  if (hasFewValues(field) || isEmpty(value) || isEmpty(before)) {
    return (
      <span className={classes(css.value, css.whole, isEmpty(value) && css.none)} dir="auto">
        <Broken text={valueText(field, value)} />
      </span>
    );
  }
  const [from, to] = [inputText(before), inputText(value)];
  const { pieces, isRewritten } = difference(from, to);
  if (isRewritten) {
    return (
      <span className={classes(css.value, css.whole)} dir="auto">
        <Broken text={to} />
      </span>
    );
  }
  return (
    <span className={css.value} dir="auto">
      {pieces.map((piece, place) => (
        <Piece key={place} piece={piece} side={side} />
      ))}
    </span>
  );
}

function Piece(props: { readonly piece: DiffPiece; readonly side: Side }): ReactElement {
  const { kind, text } = props.piece;
  if (kind === 'same') return <Broken text={text} />;
  const shown = <Broken text={visibleBlanks(text)} />;
  if (kind === 'removed') return <del className={css.removed}>{shown}</del>;
  return <ins className={classes(css.inserted, css[props.side])}>{shown}</ins>;
}

/** A change of nothing but blanks would be invisible. */
const visibleBlanks = (text: string): string => (/^\s+$/u.test(text) ? text.replace(/\s/gu, '·') : text);

/** A text that may go to the next line after @ and full stops. */
export function Broken({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(/(?<=[@.])/u).map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
