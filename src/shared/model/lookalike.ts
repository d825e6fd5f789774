import { z } from 'zod';
import { FieldValue, type Values } from './field.ts';
import { OperationId, RecordId } from './ids.ts';

/** Another record that looks like the same person, and what is the same in both. */
export type Lookalike = {
  readonly id: RecordId;
  readonly values: Values;
  readonly by: 'email-and-name' | 'email' | 'name';
};

/** Two records that look alike. */
export const RecordPair = z.strictObject({ id: RecordId, other: RecordId });
export type RecordPair = z.infer<typeof RecordPair>;

/** Says, as one act, that two records are not the same. */
export const TellApart = RecordPair.extend({ act: OperationId });
export type TellApart = z.infer<typeof TellApart>;

/**
 * Gives the record `id` values of the record `other`. `seen` is what the person saw in `id`, `value` what they saw in
 * `other`: where one of them is no longer so, nothing is taken over.
 */
export const TakeOver = RecordPair.extend({
  act: OperationId,
  fields: z
    .array(z.strictObject({ field: z.string().min(1).max(64), seen: FieldValue, value: FieldValue }))
    .min(1)
    .max(64),
});
export type TakeOver = z.infer<typeof TakeOver>;
