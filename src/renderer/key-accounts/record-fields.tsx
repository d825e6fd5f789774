import type { ReactElement, ReactNode } from 'react';
import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { longTime } from '../ui/times.ts';
import { FlagField } from './flag-field.tsx';
import css from '../ui/record/record.module.css';
import { KeptLine, KeptSection } from '../ui/record/kept-section.tsx';
import { TextField } from '../ui/record/text-field.tsx';
import { recordWords as words } from '../ui/record/record-words.ts';

/** The fields of a record, edited in place, what else there is to say of it, and what the server keeps. */
export function RecordFields(props: {
  readonly detail: RecordDetail;
  readonly children: ReactNode;
}): ReactElement {
  const { detail } = props;
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
      {props.children}
      <KeptByServer detail={detail} />
    </>
  );
}

function KeptByServer({ detail }: { readonly detail: RecordDetail }): ReactElement {
  return (
    <KeptSection title={detail.state === 'missing' ? words.keptLast : words.keptByServer}>
      {detail.storedAt === undefined ? (
        <p className={css.keptNone}>{words.notSentYet}</p>
      ) : (
        <dl>
          <KeptLine name={words.created} text={longTime(detail.createdAt)} />
          <KeptLine name={words.updated} text={longTime(detail.updatedAt)} />
          <KeptLine name={words.stored} text={detail.storedAt} isMono />
        </dl>
      )}
    </KeptSection>
  );
}
