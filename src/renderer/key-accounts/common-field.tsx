import { useEffect, useEffectEvent, useId, type KeyboardEvent, type ReactElement } from 'react';
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
  /** What is typed for all of them. */
  readonly text: string;
  readonly onType: (field: string, text: string) => void;
  /** Opens the preview of one value for all. */
  readonly onEdit: (asked: AskedValue) => void;
}): ReactElement {
  const { merged, count, onEdit } = props;
  const id = useId();
  const { field } = merged;
  const inCommon = mergedText(merged);
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
            {inCommon}
          </button>
        ) : (
          <ValueForAll
            id={id}
            text={props.text}
            placeholder={inCommon}
            onType={(text) => {
              props.onType(field, text);
            }}
            onGive={(text) => {
              onEdit({ field, text });
            }}
          />
        )}
      </div>
    </div>
  );
}

function ValueForAll(props: {
  readonly id: string;
  readonly text: string;
  readonly placeholder: string;
  readonly onType: (text: string) => void;
  readonly onGive: (text: string) => void;
}): ReactElement {
  const { placeholder, text, onType } = props;
  const settle = useEffectEvent(() => {
    // Now all have it: nothing is left to give.
    if (text === placeholder) onType('');
  });
  useEffect(() => {
    settle();
  }, [placeholder]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || text === '') return;
    if (event.code === 'Enter') {
      event.preventDefault();
      props.onGive(text);
    } else if (event.code === 'Escape') {
      // The first Esc takes back what was typed; only the next one leaves.
      event.preventDefault();
      onType('');
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
        onType(event.currentTarget.value);
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
