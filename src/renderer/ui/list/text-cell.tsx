import type { ReactElement } from 'react';
import { classes } from '../classes.ts';
import { Highlighted } from '../highlighted.tsx';
import css from './grid.module.css';

/** A text in a cell, with the hits of the search; `none` stands for an empty one. */
export function TextCell(props: {
  readonly text: string;
  readonly none: string;
  readonly search: string;
}): ReactElement {
  const { text, none, search } = props;
  if (text === '') return <span className={classes(css.none, 'ellipsis')}>{none}</span>;
  return (
    <span className={classes(css.text, 'ellipsis')} dir="auto" title={text}>
      <Highlighted text={text} search={search} />
    </span>
  );
}
