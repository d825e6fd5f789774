import type { ReactElement } from 'react';
import { failureOf } from '../../api/failure-error.ts';
import { FailureNotice } from '../failure-notice.tsx';
import css from './list.module.css';
import type { Rows } from './use-rows.ts';

/** The place of the list before its first window is there; a moment, unless it failed. */
export function NotThere(props: { readonly rows: Rows; readonly kept: number | undefined }): ReactElement {
  const { rows } = props;
  if (rows.error === null) return <div className={css.waiting} aria-busy="true" />;
  return (
    <div className={css.failure}>
      <FailureNotice failure={failureOf(rows.error)} kept={props.kept} onAction={rows.retry} />
    </div>
  );
}
