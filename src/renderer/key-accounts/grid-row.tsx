import { IconKey } from '@tabler/icons-react';
import { memo, type ReactElement, type ReactNode } from 'react';
import type { RecordRow } from '#shared/model/record.ts';
import { classes } from '../ui/classes.ts';
import { inputText, isEmpty, nameText, shortReference } from '../ui/field-text.ts';
import { stateKind } from '#shared/model/state-kind.ts';
import { RowMark } from '../ui/state-mark.tsx';
import { longTime, shortTime } from '../ui/times.ts';
import type { Column } from './columns.ts';
import css from './grid.module.css';
import { isHit } from '../ui/highlight.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import { words } from './words.ts';

type CellProps = { readonly row: RecordRow; readonly search: string; readonly hasReference: boolean };

function NameCell({ row, search }: CellProps): ReactElement {
  const name = nameText(row.values);
  return (
    <>
      <span className={classes(css.name, 'ellipsis')} dir="auto" title={name}>
        <Highlighted text={name} search={search} />
      </span>
      {row.values['primary'] === true && (
        <span className={css.key} role="img" aria-label={words.primary} title={words.primary}>
          <IconKey size={14} stroke={1.75} aria-hidden />
        </span>
      )}
      {row.isNew && (
        <span data-chip className={css.tag}>
          {words.newTag}
        </span>
      )}
    </>
  );
}

function EmailCell({ row, search, hasReference }: CellProps): ReactElement {
  const email = inputText(row.values['email']);
  const reference = inputText(row.values['remote_id']);
  // A hit that no column shows would leave the reader wondering why the row is there.
  const isElsewhere =
    !hasReference &&
    isHit(reference, search) &&
    !isHit(email, search) &&
    !isHit(nameText(row.values), search);
  if (isElsewhere) {
    return (
      <span className="ellipsis mono" title={reference}>
        <Highlighted text={reference} search={search} />
      </span>
    );
  }
  if (email === '') return <span className={css.none}>{words.noEmail}</span>;
  return (
    <span className={classes(css.text, 'ellipsis')} dir="auto" title={email}>
      <Highlighted text={email} search={search} />
    </span>
  );
}

function ReferenceCell({ row, search }: CellProps): ReactElement {
  const value = row.values['remote_id'];
  if (isEmpty(value)) return <span className={classes(css.none, 'mono')}>{words.noReference}</span>;
  const full = inputText(value);
  const short = shortReference(value);
  const text = isHit(short, search) ? short : isHit(full, search) ? full : short;
  return (
    <span className="ellipsis mono" title={full}>
      <Highlighted text={text} search={search} />
    </span>
  );
}

const cells: Readonly<Record<Column, (props: CellProps) => ReactNode>> = {
  name: NameCell,
  email: EmailCell,
  remote_id: ReferenceCell,
  state: ({ row }) => <RowMark kind={stateKind(row.state)} />,
  updated: ({ row }) => (
    <span className={classes(css.updated, 'tabular')} title={longTime(row.updatedAt)}>
      {shortTime(row.updatedAt)}
    </span>
  ),
};

type RowProps = {
  readonly row: RecordRow | undefined;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly search: string;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly top: number;
  readonly height: number;
};

/** The id of a row's element, by its place. */
export const rowElementId = (index: number): string => `key-account-row-${String(index)}`;

/** One row of the list; before its record is there, its place. */
export const GridRow = memo(function GridRow(props: RowProps): ReactElement {
  const { row, index, columns } = props;
  const hasReference = columns.includes('remote_id');
  return (
    <div
      role="row"
      id={rowElementId(index)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={props.isOpen}
      {...(props.isOpen && { 'data-on': true })}
      className={classes(css.row, props.isActive && css.active)}
      style={{ height: props.height, transform: `translateY(${String(props.top)}px)` }}
    >
      {columns.map((column, place) => (
        <div
          key={column}
          role="gridcell"
          aria-colindex={place + 1}
          className={classes(css.cell, css[column])}
        >
          {row ? cells[column]({ row, search: props.search, hasReference }) : null}
        </div>
      ))}
    </div>
  );
});
