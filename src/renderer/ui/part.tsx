import type { ReactElement, ReactNode } from 'react';
import css from './part.module.css';

/** One thing to choose in a dialog: its name, its control, and what the choice means. */
export function Part(props: {
  readonly title: string;
  readonly means?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={css.part}>
      <span className={css.title}>{props.title}</span>
      <div className={css.control}>
        {props.children}
        {props.means !== undefined && <p className={css.means}>{props.means}</p>}
      </div>
    </div>
  );
}
