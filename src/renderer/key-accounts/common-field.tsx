import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { AskedValue, MergedField } from '#shared/model/selection.ts';
import { classes } from '../ui/classes.ts';
import { fieldLabel, flagText, valueText } from '../ui/field-text.ts';
import { listText } from '../ui/list-text.ts';
import css from '../ui/record/record.module.css';

const words = wordsOf('selection');

/** A field of several records: what they have in it, and the place where a value for all of them is typed. */
export function CommonField(props: {
  readonly merged: MergedField;
  readonly count: number;
  /** Opens the preview of one value for all. */
  readonly onEdit: (asked: AskedValue) => void;
}): ReactElement {
  const { merged, count, onEdit } = props;
  const id = useId();
  const { field } = merged;
  const text = mergedText(merged);
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {fieldLabel(field)}
      </label>
      <div className={css.control}>
        {field === 'primary' ? (
          <button
            id={id}
            type="button"
            className={classes(css.input, css.flagButton)}
            title={words.forAll({ count })}
            onClick={() => {
              onEdit({ field, text: '' });
            }}
          >
            {text}
          </button>
        ) : (
          <ValueForAll id={id} field={field} placeholder={text} onEdit={onEdit} />
        )}
      </div>
    </div>
  );
}

function ValueForAll(props: {
  readonly id: string;
  readonly field: string;
  readonly placeholder: string;
  readonly onEdit: (asked: AskedValue) => void;
}): ReactElement {
  const { placeholder } = props;
  const [text, setText] = useState('');
  const [common, setCommon] = useState(placeholder);
  if (common !== placeholder) {
    setCommon(placeholder);
    // Now all have it: nothing is left to give.
    if (text === placeholder) setText('');
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || text === '') return;
    if (event.code === 'Enter') {
      event.preventDefault();
      props.onEdit({ field: props.field, text });
    } else if (event.code === 'Escape') {
      // The first Esc takes back what was typed; only the next one leaves.
      event.preventDefault();
      setText('');
    }
  };
  return (
    <input
      id={props.id}
      type="text"
      dir="auto"
      className={css.input}
      value={text}
      title={placeholder}
      placeholder={placeholder}
      spellCheck={false}
      autoComplete="off"
      maxLength={10_000}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** One field of many records in words: the value that all have, or how many there are. */
function mergedText({ field, different, empty, commonest }: MergedField): string {
  if (field === 'primary') return flagsText({ empty, commonest });
  const [only] = commonest;
  if (!only) return words.emptyInAll;
  const values = different === 1 ? valueText(field, only.value) : words.different({ count: different });
  return empty === 0 ? values : listText([values, words.emptyIn({ count: empty })]);
}

function flagsText({ empty, commonest }: Pick<MergedField, 'empty' | 'commonest'>): string {
  const flags = commonest.map(({ value, records }) => ({ value: flagText(value), count: records }));
  const all = empty === 0 ? flags : [...flags, { value: flagText(null), count: empty }];
  return listText(all.map(words.times));
}
