import type { ReactElement } from 'react';
import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { longTime } from '../ui/times.ts';
import { FlagField } from './flag-field.tsx';
import css from './record.module.css';
import { TextField } from './text-field.tsx';
import { recordWords as words } from './words.ts';

/** The fields of a record, edited in place, and what the server keeps. */
export function RecordFields({ detail }: { readonly detail: RecordDetail }): ReactElement {
  const shared = { detail };
  const of = (field: string): { field: string; value: FieldValue } => ({
    field,
    value: valueOf(detail.values, field),
  });
  return (
    <>
      <TextField {...shared} {...of('first_name')} placeholder={words.empty} />
      <TextField {...shared} {...of('last_name')} placeholder={words.empty} />
      <TextField {...shared} {...of('email')} placeholder={words.noEmail} />
      <FlagField {...shared} {...of('primary')} />
      <TextField {...shared} {...of('remote_id')} placeholder={words.addReference} isMono />
      <TextField {...shared} {...of('last_download')} placeholder={words.empty} isMono />
      <KeptByServer detail={detail} />
    </>
  );
}

function KeptByServer({ detail }: { readonly detail: RecordDetail }): ReactElement {
  const title = detail.state === 'missing' ? words.keptLast : words.keptByServer;
  return (
    <section className={css.kept} aria-label={title}>
      <h3 className={css.keptTitle}>{title}</h3>
      {detail.storedAt === undefined ? (
        <p className={css.keptNone}>{words.notSentYet}</p>
      ) : (
        <dl>
          <Line name={words.created} text={longTime(detail.createdAt)} />
          <Line name={words.updated} text={longTime(detail.updatedAt)} />
          <Line name={words.stored} text={detail.storedAt} isMono />
        </dl>
      )}
    </section>
  );
}

function Line(props: {
  readonly name: string;
  readonly text: string;
  readonly isMono?: boolean;
}): ReactElement {
  return (
    <div className={css.line}>
      <dt className={css.label}>{props.name}</dt>
      <dd
        className={props.isMono === true ? 'mono ellipsis' : 'ellipsis tabular'}
        title={props.text}
        data-selectable
      >
        {props.text}
      </dd>
    </div>
  );
}
