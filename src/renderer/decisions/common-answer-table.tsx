import { Checkbox } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { CommonField, CommonPreview } from '#shared/model/inbox.ts';
import { Broken, type Side } from '../ui/compared-value.tsx';
import { fieldLabel, fieldLabels, labelText, valueText } from '../ui/field-text.ts';
import { classes } from '../ui/classes.ts';
import table from '../ui/preview-table.module.css';
import css from './common-answer.module.css';

const words = wordsOf('inbox');

type TableProps = {
  readonly preview: CommonPreview;
  readonly side: Side;
  readonly except: ReadonlySet<RecordId>;
  readonly onToggle: (id: RecordId) => void;
};

/** What becomes of each field, with those that are left out and why; the first ones stand for the rest. */
export function CommonAnswerTable(props: TableProps): ReactElement | null {
  const { preview } = props;
  const shown = new Set(preview.fields.map(({ id }) => id)).size;
  const leftOut = new Set(preview.leftOut.map(({ id }) => id)).size;
  if (shown + leftOut === 0) return null;
  return (
    <div className={`scroll ${table.framed ?? ''}`} tabIndex={0} role="region" aria-label={words.willBecome}>
      <table className={classes(table.table, css.fields)}>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.fieldColumn}</th>
            <th scope="col">{words.serverNow}</th>
            <th scope="col">{words.willBecome}</th>
          </tr>
        </thead>
        <tbody>
          {preview.fields.map((field, place) => (
            <FieldRow
              key={`${field.id} ${field.field}`}
              {...props}
              field={field}
              isFirst={preview.fields[place - 1]?.id !== field.id}
            />
          ))}
          <More count={preview.records - shown} text={words.more} />
          {preview.leftOut.map((field, place) => (
            <LeftOutRow
              key={`${field.id} ${field.field}`}
              field={field}
              isFirst={preview.leftOut[place - 1]?.id !== field.id}
            />
          ))}
          <More count={preview.recordsLeftOut - leftOut} text={words.moreLeftOut} />
        </tbody>
      </table>
    </div>
  );
}

function More(props: {
  readonly count: number;
  readonly text: (values: { readonly count: number }) => string;
}): ReactElement | null {
  if (props.count <= 0) return null;
  return (
    <tr>
      <td colSpan={4} className={table.more}>
        {props.text({ count: props.count })}
      </td>
    </tr>
  );
}

const nameOf = ({ label }: CommonField): string => labelText(label);

function FieldRow(
  props: Omit<TableProps, 'preview'> & { readonly field: CommonField; readonly isFirst: boolean },
): ReactElement {
  const { field, side } = props;
  const isIn = !props.except.has(field.id);
  return (
    <tr className={isIn ? undefined : table.out}>
      <th scope="row">
        {props.isFirst && (
          <Checkbox
            label={<bdi>{nameOf(field)}</bdi>}
            aria-label={words.include({ name: nameOf(field) })}
            checked={isIn}
            onChange={() => {
              props.onToggle(field.id);
            }}
          />
        )}
      </th>
      <td>{fieldLabel(field.field)}</td>
      <td dir="auto">
        <Broken text={valueText(field.field, field.server)} />
      </td>
      <td dir="auto">
        {isIn ? (
          <strong>
            <Broken text={valueText(field.field, field[side])} />
          </strong>
        ) : (
          words.unchecked
        )}
      </td>
    </tr>
  );
}

function LeftOutRow(props: { readonly field: CommonField; readonly isFirst: boolean }): ReactElement {
  const { field } = props;
  return (
    <tr className={table.out}>
      <th scope="row">
        {props.isFirst && <Checkbox label={<bdi>{nameOf(field)}</bdi>} checked={false} disabled readOnly />}
      </th>
      <td>{fieldLabel(field.field)}</td>
      <td dir="auto">
        <Broken text={valueText(field.field, field.server)} />
      </td>
      <td>{words.leftOut({ fields: fieldLabels(field.alsoOpen), count: field.alsoOpen.length })}</td>
    </tr>
  );
}
