import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Refusal } from '../refusal.ts';

// A tag (RFC 4151) names a kind of problem for ever without promising a page about it.
const TYPES = 'tag:key-accounts.example,2026:problem/';

/** Problem details (RFC 9457). A 412 also carries `current`, the account as it is. */
export const ProblemDocument = z.looseObject({
  type: z.string().describe(`${TYPES} and a stable code: what clients decide by.`),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().exactOptional().describe('The path that was asked for.'),
  traceId: z.string().exactOptional().describe('The X-Request-Id, to look for in the log.'),
  errors: z
    .array(
      z.object({
        detail: z.string(),
        pointer: z.string().exactOptional(),
        parameter: z.string().exactOptional(),
        header: z.string().exactOptional(),
      }),
    )
    .exactOptional()
    .describe('The parts of the request that the refusal is about.'),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** Puts refusals of one status into a document that has the first one's words, and names the part that each is about. */
export function problemDocument(
  refusals: readonly Refusal[],
  request?: Pick<FastifyRequest, 'id' | 'url'>,
): ProblemDocument {
  const [first] = refusals;
  if (!first) throw new Error('A problem document was asked for without a refusal.');
  const errors = refusals.flatMap(({ detail, source }) => (source ? [{ detail, ...source }] : []));
  return {
    type: TYPES + first.code,
    title: first.title,
    status: first.status,
    detail: first.detail,
    // Without the query: it may hold what a person looks for.
    ...(request && { instance: request.url.replace(/\?.*$/s, ''), traceId: request.id }),
    ...(errors.length > 0 && { errors }),
    ...first.meta,
  };
}
