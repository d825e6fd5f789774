import { IconUsers } from '@tabler/icons-react';
import { useId, useState, type ReactElement } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Lookalike } from '#shared/model/lookalike.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { useLookalikes } from '../api/lookalikes.ts';
import { nameText, valueText } from '../ui/field-text.ts';
import type { Shows } from '../ui/record/use-judge-missing.ts';
import { CompareDialog } from './compare-dialog.tsx';
import css from './lookalikes.module.css';
import { useTellApart } from './use-tell-apart.ts';
import { lookalikeWords as words } from './words.ts';

/** Says quietly which other records look like the same person, with the ways that there are from here. */
export function Lookalikes(props: {
  readonly detail: RecordDetail;
  readonly shows: Shows;
}): ReactElement | null {
  const { detail, shows } = props;
  const title = useId();
  const found = useLookalikes(detail.id).data ?? [];
  const [compared, setCompared] = useState<RecordId>();
  const tellApart = useTellApart(detail, shows);
  const dialog = compared !== undefined && (
    <CompareDialog
      detail={detail}
      other={found.find(({ id }) => id === compared)}
      shows={shows}
      onClose={() => {
        setCompared(undefined);
      }}
    />
  );
  if (found.length === 0) return dialog || null;
  return (
    <section className={css.card} aria-labelledby={title}>
      <h3 id={title} className={css.title}>
        <IconUsers size={14} stroke={1.75} aria-hidden />
        {words.title}
      </h3>
      <ul>
        {found.map((one) => (
          <One
            key={one.id}
            one={one}
            onOpen={() => {
              shows.show(one.id);
            }}
            onCompare={() => {
              setCompared(one.id);
            }}
            onApart={() => {
              tellApart(one);
            }}
          />
        ))}
      </ul>
      {dialog}
    </section>
  );
}

function One(props: {
  readonly one: Lookalike;
  readonly onOpen: () => void;
  readonly onCompare: () => void;
  readonly onApart: () => void;
}): ReactElement {
  const { values, by } = props.one;
  const name = nameText(values);
  const email = valueText('email', values['email']);
  return (
    <li className={css.one}>
      <div className={css.who}>
        <button
          type="button"
          className={`link ${css.name ?? ''}`}
          dir="auto"
          aria-label={words.openNamed({ name, email })}
          onClick={props.onOpen}
        >
          {name}
        </button>
        <span className={css.email} dir="auto">
          {email}
        </span>
        <span className={css.why}>{words[by]}</span>
      </div>
      <div className={css.acts}>
        <button
          type="button"
          className="link"
          aria-label={words.compareNamed({ name })}
          onClick={props.onCompare}
        >
          {words.compare}
        </button>
        <button
          type="button"
          className="link"
          aria-label={words.apartNamed({ name })}
          onClick={props.onApart}
        >
          {words.apart}
        </button>
      </div>
    </li>
  );
}
