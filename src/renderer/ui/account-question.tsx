import { IconUserQuestion } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { ConnectionInput } from '#shared/model/settings.ts';
import css from './account-question.module.css';
import { accountChoices, accountText, accountWords } from './account-words.ts';
import { Choices } from './choices.tsx';
import { words } from './words.ts';

/** Whose a token is: the account's whose records are here, or another one's. */
export type WhichAccount = NonNullable<ConnectionInput['account']>;

/** Asks once whether a new token is of the account whose records are on this laptop; takes the focus. */
export function AccountQuestion(props: {
  readonly records: number;
  readonly unsent: number;
  readonly isBusy: boolean;
  readonly onAnswer: (account: WhichAccount) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { records, unsent } = props;
  const titleId = useId();
  const textId = useId();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.focus();
  }, []);
  const answer = (account: WhichAccount) => () => {
    props.onAnswer(account);
  };
  const { same, another } = accountChoices(unsent);
  return (
    <section
      ref={card}
      tabIndex={-1}
      className={css.card}
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <h3 id={titleId} className={css.title}>
        <IconUserQuestion size={16} stroke={1.6} aria-hidden />
        {accountWords.title}
      </h3>
      <p id={textId} className={css.text}>
        {accountText(records, unsent)}
      </p>
      <Choices
        isBusy={props.isBusy}
        choices={[
          { ...same, choose: answer('same') },
          { ...another, choose: answer('another') },
        ]}
      />
      <button
        type="button"
        className={`link ${css.cancel ?? ''}`}
        disabled={props.isBusy}
        onClick={props.onCancel}
      >
        {words.cancel}
      </button>
    </section>
  );
}
