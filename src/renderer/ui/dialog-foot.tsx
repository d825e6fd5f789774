import type { ReactElement, ReactNode } from 'react';
import css from './dialog-foot.module.css';

/** The foot of a dialog: what to know on the left, the buttons on the right. */
export function DialogFoot(props: { readonly note?: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className={css.foot}>
      <span className={css.note}>{props.note}</span>
      {props.children}
    </div>
  );
}
