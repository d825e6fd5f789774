import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SortKey } from '#shared/model/record.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import { classes } from '../ui/classes.ts';
import { firstDirection } from '../ui/list/first-direction.ts';
import css from '../ui/list/grid.module.css';
import { accountColumns, sortOf, type AccountColumn } from './account-columns.ts';
import { columnWords } from './words.ts';

type HeadProps = {
  /** The columns that there is room for. */
  readonly columns: readonly AccountColumn[];
  readonly sort: ListTerms['sort'];
  readonly onSort: (sort: ListTerms['sort']) => void;
};

/** The head of the list of accounts: what the list can be sorted by, sorts. */
export function AccountsHead(props: HeadProps): ReactElement {
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" aria-rowindex={1} className={css.headRow}>
        {props.columns.map((column) => (
          <HeadCell key={column} {...props} column={column} />
        ))}
      </div>
    </div>
  );
}

function HeadCell(props: HeadProps & { readonly column: AccountColumn }): ReactElement {
  const { column, sort } = props;
  const by = sortOf[column];
  const isSorted = by === sort.by;
  return (
    <div
      role="columnheader"
      aria-colindex={accountColumns.indexOf(column) + 1}
      {...(by && { 'aria-sort': isSorted ? sort.direction : ('none' as const) })}
      className={classes(css.cell, css[column])}
    >
      {by ? (
        <Sorter {...props} by={by} isSorted={isSorted} />
      ) : (
        <span className={classes(css.sorter, css.still, 'ellipsis')}>{columnWords[column]}</span>
      )}
    </div>
  );
}

function Sorter(
  props: HeadProps & { readonly column: AccountColumn; readonly by: SortKey; readonly isSorted: boolean },
): ReactElement {
  const { by, isSorted, sort } = props;
  const turned = sort.direction === 'ascending' ? 'descending' : 'ascending';
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <button
      type="button"
      className={classes('plain', css.sorter, isSorted && css.sorted)}
      onClick={() => {
        props.onSort({ by, direction: isSorted ? turned : firstDirection(by) });
      }}
    >
      <span className="ellipsis">{columnWords[props.column]}</span>
      {isSorted && <Arrow size={12} stroke={2} aria-hidden />}
    </button>
  );
}
