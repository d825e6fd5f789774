import { memo, type ReactElement } from 'react';
import type { RecordRow, SortKey } from '#shared/model/record.ts';
import { classes } from '../ui/classes.ts';
import { Tick } from '../ui/tick.tsx';
import { cells } from './grid-cells.tsx';
import css from '../ui/list/grid.module.css';
import { rowElementId } from '../ui/list/virtual-grid.tsx';
import { hiddenHitOf } from './hidden-hit.ts';

type RowProps = {
  readonly row: RecordRow | undefined;
  readonly index: number;
  /** The columns that there is room for, and all that are to be shown. */
  readonly columns: readonly SortKey[];
  readonly shown: readonly SortKey[];
  readonly search: string;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly top: number;
  readonly height: number;
};

/** One row of the list; before its record is there, its place. */
export const GridRow = memo(function GridRow(props: RowProps): ReactElement {
  const { row, index, columns, search } = props;
  const hiddenHit = row && hiddenHitOf(row, search, columns);
  return (
    <div
      role="row"
      id={rowElementId(index)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      {...(props.isOpen && { 'aria-current': true })}
      {...((props.isOpen || props.isSelected) && { 'data-on': true })}
      className={classes(css.row, props.isActive && css.active)}
      style={{ height: props.height, transform: `translateY(${String(props.top)}px)` }}
    >
      <Tick isOn={props.isSelected} className={css.tick} />
      {columns.map((column) => (
        <div
          key={column}
          role="gridcell"
          data-column={column}
          aria-colindex={props.shown.indexOf(column) + 1}
          className={classes(css.cell, css[column])}
        >
          {row ? cells[column]({ row, search, hiddenHit }) : null}
        </div>
      ))}
    </div>
  );
});
