import { z } from 'zod';
import type { Mode } from '../mode.ts';
import type { Refusal } from '../refusal.ts';

/** A JSON:API error document. */
export const ErrorDocument = z.object({
  errors: z.array(
    z.object({
      status: z.string(),
      code: z.string().exactOptional(),
      title: z.string(),
      detail: z.string(),
      source: z
        .object({
          pointer: z.string().exactOptional(),
          parameter: z.string().exactOptional(),
          header: z.string().exactOptional(),
        })
        .exactOptional(),
      meta: z.record(z.string(), z.unknown()).exactOptional(),
    }),
  ),
});
export type ErrorDocument = z.infer<typeof ErrorDocument>;

/** Puts refusals of one status into a document. */
export function errorDocument(refusals: readonly Refusal[], mode: Mode): ErrorDocument {
  return {
    errors: refusals.map(({ status, code, title, detail, source, meta }) => ({
      status: String(status),
      ...(mode.givesCodes && { code }),
      title,
      detail,
      ...(source && { source }),
      ...(meta && { meta }),
    })),
  };
}
