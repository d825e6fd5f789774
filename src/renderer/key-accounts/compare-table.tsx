import { Radio } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import { changedFields, valueOf } from '#shared/model/field.ts';
import type { Lookalike } from '#shared/model/lookalike.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { keyAccountFields } from '#shared/resources/key-accounts.ts';
import { Broken } from '../ui/compared-value.tsx';
import { fieldLabel, valueText } from '../ui/field-text.ts';
import table from '../ui/preview-table.module.css';
import css from './compare-dialog.module.css';
import { lookalikeWords as words } from './words.ts';

type TableProps = {
  readonly detail: RecordDetail;
  readonly other: Lookalike;
  readonly chosen: readonly string[];
  readonly onChoose: (field: string, isTaken: boolean) => void;
};

/** Every field of two records side by side; where they differ, one of the two values is chosen. */
export function CompareTable(props: TableProps): ReactElement {
  const { detail, other } = props;
  const different = changedFields(keyAccountFields, detail.values, other.values);
  return (
    <div
      className={`scroll ${table.framed ?? ''} ${css.framed ?? ''}`}
      tabIndex={0}
      role="region"
      aria-label={words.dialog}
    >
      <table className={`${table.table ?? ''} ${css.table ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.thisOne}</th>
            <th scope="col">{words.theOther}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(keyAccountFields).map((field) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field)}</th>
              {different.includes(field) ? (
                <Different {...props} field={field} />
              ) : (
                <Same {...props} field={field} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Same({ detail, field }: TableProps & { readonly field: string }): ReactElement {
  return (
    <td colSpan={2} className={table.more}>
      <bdi>
        <Broken text={valueText(field, valueOf(detail.values, field))} />
      </bdi>{' '}
      <span className={css.same}>{words.same}</span>
    </td>
  );
}

function Different(props: TableProps & { readonly field: string }): ReactElement {
  const { detail, other, field, chosen, onChoose } = props;
  const name = useId();
  const isOpen = detail.openDecisions.includes(field);
  const isTaken = chosen.includes(field);
  const sides = [
    { isOther: false, text: valueText(field, valueOf(detail.values, field)), says: words.keep },
    { isOther: true, text: valueText(field, valueOf(other.values, field)), says: words.take },
  ];
  return (
    <>
      {sides.map(({ isOther, text, says }) => (
        <td key={String(isOther)}>
          <Radio
            size="xs"
            name={name}
            label={
              <bdi>
                <Broken text={text} />
              </bdi>
            }
            aria-label={says({ field: fieldLabel(field), value: text })}
            description={isOpen && !isOther ? words.waits : undefined}
            disabled={isOpen}
            checked={isTaken === isOther}
            onChange={() => {
              onChoose(field, isOther);
            }}
          />
        </td>
      ))}
    </>
  );
}
