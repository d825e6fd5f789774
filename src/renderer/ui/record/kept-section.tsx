import type { ReactElement, ReactNode } from 'react';
import css from './record.module.css';

/** A part of a record beneath its fields, with a title of its own. */
export const KeptSection = (props: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <section className={css.kept} aria-label={props.title}>
    <h3 className={css.keptTitle}>{props.title}</h3>
    {props.children}
  </section>
);

/** What the server alone says: a name and a text, inside a `dl`. */
export const KeptLine = (props: {
  readonly name: string;
  readonly text: string;
  readonly isMono?: boolean;
}): ReactElement => (
  <div className={css.line}>
    <dt className={css.label}>{props.name}</dt>
    <dd
      className={props.isMono === true ? 'mono ellipsis' : 'ellipsis tabular'}
      title={props.text}
      data-selectable
    >
      {props.text}
    </dd>
  </div>
);
