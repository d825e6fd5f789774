import type { ReactElement, ReactNode } from 'react';
import type { RecordRow } from '#shared/model/record.ts';
import { stateKind } from '#shared/model/state-kind.ts';
import { classes } from '../ui/classes.ts';
import { inputText, isEmpty, nameText, valueText } from '../ui/field-text.ts';
import { isHit } from '../ui/highlight.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import css from '../ui/list/grid.module.css';
import { RowMark } from '../ui/state-mark.tsx';
import { TextCell } from '../ui/list/text-cell.tsx';
import { TimeCell } from '../ui/list/time-cell.tsx';
import type { AccountColumn } from './account-columns.ts';
import { words } from './words.ts';

/** What a cell shows: its account, what was searched for, and which columns there is room for. */
export type CellProps = {
  readonly row: RecordRow;
  readonly search: string;
  readonly columns: readonly AccountColumn[];
};

/** The fields that the search looks in, which no column of their own shows. */
const HIDDEN = ['externalId', 'externalName', 'technicalSupportEmail'] as const;

/** The city and the country in one line. */
const placeText = ({ values }: RecordRow): string =>
  [values['city'], values['country']]
    .filter((part) => !isEmpty(part))
    .map(inputText)
    .join(', ');

/** A hit that no cell shows: it would leave the reader wondering why the row is there. */
function hiddenHit({ row, search, columns }: CellProps): string | undefined {
  if (search === '' || isHit(nameText(row.values), search)) return undefined;
  const place = placeText(row);
  if (isHit(place, search)) return columns.includes('place') ? undefined : place;
  return HIDDEN.map((field) => inputText(row.values[field])).find((text) => isHit(text, search));
}

function NameCell(props: CellProps): ReactElement {
  const { columns, row, search } = props;
  const name = nameText(row.values);
  const hit = columns.includes('place') ? undefined : hiddenHit(props);
  return (
    <>
      <span className={classes(css.name, 'ellipsis')} dir="auto" title={name}>
        <Highlighted text={name} search={search} />
      </span>
      {hit !== undefined && <TextCell text={hit} none="" search={search} />}
    </>
  );
}

/** The place; a hit that no column shows stands there in its stead. */
function PlaceCell(props: CellProps): ReactElement {
  const text = hiddenHit(props) ?? placeText(props.row);
  return <TextCell text={text} none={words.noPlace} search={props.search} />;
}

const named =
  (field: 'type' | 'status') =>
  ({ row }: CellProps): ReactElement => (
    <span className={classes(css.text, 'ellipsis')}>{valueText(field, row.values[field])}</span>
  );

function LevelCell({ row }: CellProps): ReactElement {
  const level = inputText(row.values['serviceLevel']);
  return <TextCell text={level} none={words.noLevel} search="" />;
}

/** What each column shows of an account. */
export const accountCells: Readonly<Record<AccountColumn, (props: CellProps) => ReactNode>> = {
  name: NameCell,
  type: named('type'),
  status: named('status'),
  level: LevelCell,
  place: PlaceCell,
  state: ({ row }) => <RowMark kind={stateKind(row.state)} />,
  updated: ({ row }) => <TimeCell at={row.updatedAt} />,
};
