import { z } from 'zod';
import { ShownColumns } from './columns.ts';
import { ListQuery } from './record.ts';

/** The id of a saved view: a UUID that this laptop made. */
export const ViewId = z.uuid().brand<'ViewId'>();
export type ViewId = z.infer<typeof ViewId>;

/** Since when a list asks for changes: from a day on (its beginning, ISO 8601), or for so many days back, whenever it is read. */
export const Since = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), from: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(0).max(3650) }),
]);
export type Since = z.infer<typeof Since>;

/** What a view shows: which records, in which order, and in which columns. */
export const ViewTerms = ListQuery.pick({ search: true, filters: true, sort: true }).extend({
  since: Since.optional(),
  columns: ShownColumns,
});
export type ViewTerms = z.infer<typeof ViewTerms>;

/** The most letters of the name of a view. */
export const LONGEST_NAME = 60;

/** A list that a person named, to come back to it. */
export const SavedView = z.strictObject({
  id: ViewId,
  /** Its place among the others, the lowest first. */
  place: z.int().nonnegative(),
  name: z.string().trim().min(1).max(LONGEST_NAME),
  terms: ViewTerms,
});
export type SavedView = z.infer<typeof SavedView>;
