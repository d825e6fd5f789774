import { changedFields, valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { resourceOf } from '#shared/resources/resources.ts';

/** The fields of a record that were edited here and are not on the server yet. */
export const editedFields = ({ id, base, values }: RecordDetail): string[] =>
  base === undefined ? [] : changedFields(resourceOf(id).fields, base, values);

/** The value that the server has of an edited field; `undefined` for a field that was not edited here. */
export function valueBefore(detail: RecordDetail, field: string): { readonly value: FieldValue } | undefined {
  const { base, values } = detail;
  if (base === undefined || valueOf(base, field) === valueOf(values, field)) return undefined;
  return { value: valueOf(base, field) };
}
