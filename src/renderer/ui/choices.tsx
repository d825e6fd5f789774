import { Button } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import css from './choices.module.css';

/** One answer to a question: its name, and what it does. */
export type Choice = { readonly label: string; readonly means: string; readonly choose: () => void };

/** A few answers beneath each other, each with what it does. */
export function Choices(props: {
  readonly choices: readonly Choice[];
  readonly isBusy?: boolean;
}): ReactElement {
  return (
    <ul className={css.choices}>
      {props.choices.map((choice) => (
        <Answer key={choice.label} choice={choice} isBusy={props.isBusy === true} />
      ))}
    </ul>
  );
}

function Answer(props: { readonly choice: Choice; readonly isBusy: boolean }): ReactElement {
  const { label, means, choose } = props.choice;
  const id = useId();
  return (
    <li className={css.choice}>
      <Button size="xs" aria-describedby={id} disabled={props.isBusy} onClick={choose}>
        {label}
      </Button>
      <p id={id} className={css.means}>
        {means}
      </p>
    </li>
  );
}
