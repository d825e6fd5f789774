import type { ReactElement } from 'react';
import css from './opening.module.css';
import { words } from './words.ts';

/** The window before its records are open: says what it waits for, when that takes long enough to be noticed. */
export function Opening(): ReactElement {
  return (
    <p role="status" className={css.opening}>
      {words.opening}
    </p>
  );
}
