import type { ReactElement } from 'react';
import { useId } from 'react';
import css from './segmented-choice.module.css';

/** A few choices side by side, of which one is on. */
export function SegmentedChoice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}): ReactElement {
  const name = useId();
  return (
    <div className={css.root} role="radiogroup" aria-label={props.label}>
      {props.choices.map(({ value, label }) => (
        <label key={value} className={css.choice} {...(value === props.value && { 'data-on': true })}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={value === props.value}
            onChange={() => {
              props.onChoose(value);
            }}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
