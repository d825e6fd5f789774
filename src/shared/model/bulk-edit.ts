import { z } from 'zod';
import { FieldValue } from './field.ts';
import { OperationId, type RecordId } from './ids.ts';
import { RecordSelection } from './selection.ts';

/** The same value for one field of every selected record; `null` empties it. */
export const BulkOrder = z.strictObject({
  selection: RecordSelection,
  field: z.string().min(1).max(64),
  value: FieldValue,
});
export type BulkOrder = z.infer<typeof BulkOrder>;

/**
 * Why a record is left as it is: the field waits for a decision, the server no longer has the record, or the value is
 * another one than the preview showed.
 */
export type BulkLeftWhy = 'decision' | 'missing' | 'changed';

/** A record that is left as it is, by name. */
export type BulkLeft = { readonly id: RecordId; readonly label: string; readonly why: BulkLeftWhy };

/** A record that changes, with its value in the field now and then. */
export type BulkChange = {
  readonly id: RecordId;
  readonly label: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
};

/** What a bulk edit would do: how many records change, have the value already, and cannot; the first of them by name. */
export type BulkPreview = {
  readonly preview: string;
  readonly changes: number;
  readonly same: number;
  readonly decision: number;
  readonly missing: number;
  readonly first: readonly BulkChange[];
  readonly left: readonly BulkLeft[];
};

/** Does what a preview showed, as an act of the person. */
export const BulkEdit = z.strictObject({ act: OperationId, preview: z.string().max(64) });
export type BulkEdit = z.infer<typeof BulkEdit>;

/** What a bulk edit did; the first of the records that it left as they are. */
export type BulkReport = {
  readonly changed: number;
  readonly leftCount: number;
  readonly left: readonly BulkLeft[];
};

/** How far a bulk edit is, in records. */
export type BulkProgress = { readonly done: number; readonly total: number };
