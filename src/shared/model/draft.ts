import { z } from 'zod';
import { FieldValue } from './field.ts';
import { RecordId } from './ids.ts';

/** Whose draft it is: a record's, or without an id that of the record that is not made yet. */
export const DraftOwner = z.strictObject({ id: RecordId.optional() });
export type DraftOwner = z.infer<typeof DraftOwner>;

/** What is typed into a field and not saved, over the value that stood there when it began; without `value`, no more. */
export const KeepDraft = DraftOwner.extend({
  field: z.string().min(1).max(64),
  value: FieldValue.optional(),
  seen: FieldValue,
});
export type KeepDraft = z.infer<typeof KeepDraft>;

/** A draft that was kept; `at` is ISO 8601. */
export type Draft = {
  readonly field: string;
  readonly value: FieldValue;
  readonly seen: FieldValue;
  readonly at: string;
};
