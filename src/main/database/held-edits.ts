import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FieldValue } from '#shared/model/field.ts';
import { OperationId, RecordId } from '#shared/model/ids.ts';

const HeldField = z.object({
  operation: OperationId,
  field: z.string(),
  value: FieldValue,
  /** What the person saw before; absent where nobody knows any more. */
  seen: FieldValue.optional(),
});
export type HeldField = z.infer<typeof HeldField>;

/**
 * Unsent work that was found without its record: it is kept until the record is here, then done again as the edits or
 * the creation that it was.
 */
export const HeldEdit = z.object({
  resource: z.string(),
  id: RecordId,
  kind: z.enum(['edit', 'create']),
  /** When the person did it, ISO 8601. */
  at: z.string(),
  fields: z.array(HeldField),
});
export type HeldEdit = z.infer<typeof HeldEdit>;

/** The operation of something that was salvaged: always the same for the same thing, so that it is done once. */
export function operationOf(...parts: readonly string[]): OperationId {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return OperationId.parse(uuid.join('-'));
}
