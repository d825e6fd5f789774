import { useDebouncedValue } from '@mantine/hooks';
import type { ReactElement } from 'react';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Alike } from '#shared/model/record.ts';
import { useAlike } from '../api/key-accounts.ts';
import { inputText, isEmpty, labelText } from '../ui/field-text.ts';
import css from '../ui/record/record.module.css';
import { alikeWords } from './words.ts';

/** Milliseconds after the last letter before it is looked whether there is such a record. */
const PAUSE = 250;

/** Says that the record which is being made may be here already; it stops nobody. */
export function AlikeHint(props: {
  readonly values: Values;
  readonly onOpen: (id: RecordId) => void;
}): ReactElement {
  const [settled] = useDebouncedValue(props.values, PAUSE);
  const found = useAlike(typedOf(settled)).data ?? [];
  return (
    <div role="status">
      {found.length > 0 && (
        <section className={css.alike} aria-label={alikeWords.title}>
          <p className={css.alikeTitle}>{alikeWords.title}</p>
          <ul>
            {found.map((alike) => (
              <AlikeRecord key={alike.id} alike={alike} onOpen={props.onOpen} />
            ))}
          </ul>
          <p className={css.note}>{alikeWords.kept}</p>
        </section>
      )}
    </div>
  );
}

const typedOf = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

function AlikeRecord(props: {
  readonly alike: Alike;
  readonly onOpen: (id: RecordId) => void;
}): ReactElement {
  const { id, label, values, by } = props.alike;
  const name = labelText(label);
  const email = inputText(values['email']);
  return (
    <li className={css.alikeLine}>
      <span className="ellipsis" dir="auto" title={email}>
        <strong>{name}</strong> <span className={css.note}>{email}</span>
      </span>
      <span className={css.alikeWhy}>{alikeWords[by]}</span>
      <button
        type="button"
        className="link"
        aria-label={alikeWords.openNamed({ name })}
        onClick={() => {
          props.onOpen(id);
        }}
      >
        {alikeWords.open}
      </button>
    </li>
  );
}
