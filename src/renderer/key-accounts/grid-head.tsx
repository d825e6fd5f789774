import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { ListTerms } from '../api/key-accounts.ts';
import { classes } from '../ui/classes.ts';
import { firstDirection, type Column } from './columns.ts';
import css from './grid.module.css';
import { sortWords } from './words.ts';

/** The head of the list; every column sorts. */
export function GridHead(props: {
  readonly columns: readonly Column[];
  readonly sort: ListTerms['sort'];
  readonly onSort: (sort: ListTerms['sort']) => void;
}): ReactElement {
  const { sort } = props;
  const turned = sort.direction === 'ascending' ? 'descending' : 'ascending';
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" aria-rowindex={1} className={css.headRow}>
        {props.columns.map((column, place) => {
          const isSorted = column === sort.by;
          return (
            <div
              key={column}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={isSorted ? sort.direction : 'none'}
              className={classes(css.cell, css[column])}
            >
              <button
                type="button"
                className={classes('plain', css.sorter, isSorted && css.sorted)}
                onClick={() => {
                  props.onSort({ by: column, direction: isSorted ? turned : firstDirection(column) });
                }}
              >
                {sortWords[column]}
                {isSorted && <Arrow size={12} stroke={2} aria-hidden />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
