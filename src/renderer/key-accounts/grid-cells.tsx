import { IconKey } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { RecordRow, SortKey } from '#shared/model/record.ts';
import { classes } from '../ui/classes.ts';
import { flagText, inputText, isEmpty, nameText, shortReference } from '../ui/field-text.ts';
import { isHit } from '../ui/highlight.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import { stateKind } from '#shared/model/state-kind.ts';
import { RowMark } from '../ui/state-mark.tsx';
import { TextCell } from '../ui/list/text-cell.tsx';
import { TimeCell } from '../ui/list/time-cell.tsx';
import css from '../ui/list/grid.module.css';
import type { HiddenHit } from './hidden-hit.ts';
import { words } from '../ui/list/list-words.ts';

/** What a cell shows: its record, what was searched for, and a hit that no column shows, in the cell that has room for it. */
export type CellProps = {
  readonly row: RecordRow;
  readonly search: string;
  readonly hiddenHit: HiddenHit | undefined;
};

function HitText({ hit, search }: { readonly hit: HiddenHit; readonly search: string }): ReactElement {
  const isMono = hit.field === 'remote_id';
  return (
    <span className={classes('ellipsis', css.text, isMono && 'mono')} dir="auto" title={hit.text}>
      <Highlighted text={hit.text} search={search} />
    </span>
  );
}

function NameCell({ row, search, hiddenHit }: CellProps): ReactElement {
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
      {hiddenHit?.at === 'name' && <HitText hit={hiddenHit} search={search} />}
    </>
  );
}

function EmailCell({ row, search, hiddenHit }: CellProps): ReactElement {
  if (hiddenHit?.at === 'email') return <HitText hit={hiddenHit} search={search} />;
  const email = inputText(row.values['email']);
  return <TextCell text={email} none={words.noEmail} search={search} />;
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

const textOf =
  (field: SortKey) =>
  ({ row, search }: CellProps): ReactElement => (
    <TextCell
      text={inputText(row.values[field])}
      none={words.none}
      search={isSearched(field) ? search : ''}
    />
  );

/** Whether the search looks there; elsewhere nothing is a hit. */
const isSearched = (field: SortKey): boolean => field !== 'last_download';

/** What each column shows of a record. */
export const cells: Readonly<Record<SortKey, (props: CellProps) => ReactNode>> = {
  name: NameCell,
  first_name: textOf('first_name'),
  last_name: textOf('last_name'),
  email: EmailCell,
  remote_id: ReferenceCell,
  primary: ({ row }) => <span className={css.text}>{flagText(row.values['primary'])}</span>,
  last_download: textOf('last_download'),
  state: ({ row }) => <RowMark kind={stateKind(row.state)} />,
  updated: ({ row }) => <TimeCell at={row.updatedAt} />,
  created: ({ row }) => <TimeCell at={row.createdAt} />,
};
