import type { ReactElement } from 'react';
import { classes } from '../classes.ts';
import { longTime, shortTime } from '../times.ts';
import css from './grid.module.css';

/** A moment in a cell. */
export const TimeCell = ({ at }: { readonly at: string | undefined }): ReactElement => (
  <span className={classes(css.time, 'tabular')} title={longTime(at)}>
    {shortTime(at)}
  </span>
);
