import type { ReactElement, ReactNode } from 'react';
import css from './empty-state.module.css';

/** What a screen says when it has nothing to show: an icon, a sentence, why, and what to do. */
export function EmptyState(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly hint?: ReactNode;
}): ReactElement {
  return (
    <div className={css.empty}>
      <span className={css.icon} aria-hidden>
        {props.icon}
      </span>
      <h2 className={css.title} dir="auto">
        {props.title}
      </h2>
      {props.children !== undefined && <div className={css.text}>{props.children}</div>}
      {props.actions !== undefined && <div className={css.actions}>{props.actions}</div>}
      {props.hint !== undefined && <div className={css.hint}>{props.hint}</div>}
    </div>
  );
}
