import type { ReactElement, ReactNode } from 'react';
import css from './desk-frame.module.css';

/** The frame of the desk: navigation, the screen, the status bar beneath both. */
export function DeskFrame(props: {
  readonly nav: ReactNode;
  readonly children: ReactNode;
  readonly statusBar: ReactNode;
}): ReactElement {
  return (
    <div className={css.frame}>
      <div className={css.middle}>
        {props.nav}
        <main className={css.main}>{props.children}</main>
      </div>
      {props.statusBar}
    </div>
  );
}
