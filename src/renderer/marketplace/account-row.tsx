import { memo, type ReactElement } from 'react';
import type { RecordRow } from '#shared/model/record.ts';
import { classes } from '../ui/classes.ts';
import css from '../ui/list/grid.module.css';
import { rowElementId } from '../ui/list/virtual-grid.tsx';
import { accountCells } from './account-cells.tsx';
import { accountColumns, type AccountColumn } from './account-columns.ts';

type RowProps = {
  readonly row: RecordRow | undefined;
  readonly index: number;
  /** The columns that there is room for. */
  readonly columns: readonly AccountColumn[];
  readonly search: string;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly top: number;
  readonly height: number;
};

/** One row of the list of accounts; before its account is there, its place. */
export const AccountRow = memo(function AccountRow(props: RowProps): ReactElement {
  const { row, index, columns, search } = props;
  return (
    <div
      role="row"
      id={rowElementId(index)}
      data-index={index}
      aria-rowindex={index + 2}
      {...(props.isOpen && { 'aria-current': true, 'data-on': true })}
      className={classes(css.row, props.isActive && css.active)}
      style={{ height: props.height, transform: `translateY(${String(props.top)}px)` }}
    >
      {columns.map((column) => (
        <div
          key={column}
          role="gridcell"
          aria-colindex={accountColumns.indexOf(column) + 1}
          className={classes(css.cell, css[column])}
        >
          {row ? accountCells[column]({ row, search, columns }) : null}
        </div>
      ))}
    </div>
  );
});
