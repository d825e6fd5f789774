import { z } from 'zod';

const fields = ['first_name', 'last_name', 'email', 'remote_id', 'last_download'] as const;

/** A field that a list can be narrowed by: whether it is empty. Each has an index of its own. */
export type FilteredField = (typeof fields)[number];

/** What the list may be narrowed to; several together narrow further. */
export const RecordFilter = z.enum([
  'primary',
  'waiting',
  'decision',
  'attention',
  'missing',
  'no-first_name',
  'no-last_name',
  'no-email',
  'no-remote_id',
  'no-last_download',
  'has-first_name',
  'has-last_name',
  'has-email',
  'has-remote_id',
  'has-last_download',
]);
export type RecordFilter = z.infer<typeof RecordFilter>;

/** What a filter asks of a field. */
export type FieldAsked = { readonly field: FilteredField; readonly isEmpty: boolean };

/** What a filter asks of a field; `undefined` of one that is not about a field. */
export function fieldAskedBy(filter: RecordFilter): FieldAsked | undefined {
  const field = fields.find((one) => filter === `no-${one}` || filter === `has-${one}`);
  return field && { field, isEmpty: filter === `no-${field}` };
}

/** The filters on fields that are empty, or on fields that are not, in the order of the fields. */
export const fieldFilters = ({ isEmpty }: Pick<FieldAsked, 'isEmpty'>): RecordFilter[] =>
  fields.map((field): RecordFilter => (isEmpty ? `no-${field}` : `has-${field}`));

/** The filters with one more, or without it; a field is not asked to be empty and not empty at once. */
export function toggled(filters: readonly RecordFilter[], filter: RecordFilter): RecordFilter[] {
  if (filters.includes(filter)) return filters.filter((one) => one !== filter);
  return [...filters.filter((one) => one !== oppositeOf(filter)), filter];
}

function oppositeOf(filter: RecordFilter): RecordFilter | undefined {
  const asked = fieldAskedBy(filter);
  return asked && (asked.isEmpty ? `has-${asked.field}` : `no-${asked.field}`);
}
