import { z } from 'zod';
import { RecordId } from './ids.ts';
import { ListQuery } from './record.ts';
import { RecordSelection } from './selection.ts';

/** What stands between the cells of a CSV file. */
export const Separator = z.enum([',', ';', '\t']);
export type Separator = z.infer<typeof Separator>;

/** The columns that a table of records can have, in the order in which they are written. */
export const TableColumn = z.enum([
  'id',
  'first_name',
  'last_name',
  'email',
  'primary',
  'remote_id',
  'last_download',
  'state',
  'updated',
]);
export type TableColumn = z.infer<typeof TableColumn>;

/** Which records are exported: all that are shown, those of a list in its order, those that are selected, or one. */
export const ExportRange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('view'), terms: ListQuery.omit({ offset: true, limit: true }) }),
  z.strictObject({
    kind: z.literal('selected'),
    selection: RecordSelection,
    sort: ListQuery.shape.sort,
  }),
  z.strictObject({ kind: z.literal('record'), id: RecordId }),
]);
export type ExportRange = z.infer<typeof ExportRange>;

/** How records are written into a file. `hasMark`: a mark at the start by which spreadsheets know UTF-8. */
export const ExportFormat = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    columns: z.array(TableColumn).min(1).max(20).readonly(),
    separator: Separator,
    hasMark: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('json') }),
  z.strictObject({ kind: z.literal('vcard') }),
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** An export into a file for other programs. */
export const FileOrder = z.strictObject({ range: ExportRange, format: ExportFormat });
export type FileOrder = z.infer<typeof FileOrder>;

/** An export that a person asks for: for other programs, or as it looks on paper. */
export const ExportOrder = z.strictObject({
  range: ExportRange,
  format: z.discriminatedUnion('kind', [...ExportFormat.options, z.strictObject({ kind: z.literal('pdf') })]),
});
export type ExportOrder = z.infer<typeof ExportOrder>;

/** Records that a person wants on paper. */
export const PrintOrder = z.strictObject({ range: ExportRange });
export type PrintOrder = z.infer<typeof PrintOrder>;

/** A file that was written: its name without its folder, and how many records are in it. */
export const WrittenFile = z.object({ name: z.string(), records: z.int().nonnegative() });
export type WrittenFile = z.infer<typeof WrittenFile>;

/**
 * Why a file could not be read or written; one that was there before is as it was. `not-text`: it is no text of any
 * encoding that is read here; `no-card`: there is no vCard in it; `changed`: it is not the one any more that was chosen;
 * `too-long`: more records than are laid out for paper; `not-printed`: no printer took them.
 */
export const FileFault = z.enum([
  'full',
  'read-only',
  'busy',
  'gone',
  'unknown',
  'too-large',
  'too-many-rows',
  'not-text',
  'no-card',
  'empty',
  'changed',
  'too-long',
  'not-printed',
]);
export type FileFault = z.infer<typeof FileFault>;
