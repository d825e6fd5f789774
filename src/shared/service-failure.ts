import { z } from 'zod';

/** One thing the service said about a refused request: its sentence, and the attribute it is about. */
export const ServerSentence = z.object({
  sentence: z.string(),
  field: z.string().optional(),
  code: z.string().optional(),
});
export type ServerSentence = z.infer<typeof ServerSentence>;

/**
 * Every way in which a request to the service can fail. The kind alone decides what the sync engine does next:
 *
 * - `unreachable`, `timeout`, `trouble`, `busy`: try again later
 * - `certificate`, `redirected`, `not-the-service`, `too-large`, `wrong-shape`: try again later, tell the person
 * - `signed-out`: the lane pauses until there is a new sign-in token
 * - `forbidden`, `refused`: this record needs attention, the others go on
 * - `stale`: somebody wrote the record meanwhile
 * - `gone`: the service does not have the record
 * - `cursor-expired`: the delta cursor is too old, list everything
 * - `local-copy`: the round could not go on on this laptop: its file could not be written
 */
export const ServiceFailureKind = z.enum([
  'unreachable',
  'timeout',
  'trouble',
  'busy',
  'certificate',
  'redirected',
  'not-the-service',
  'too-large',
  'wrong-shape',
  'signed-out',
  'forbidden',
  'refused',
  'stale',
  'gone',
  'cursor-expired',
  'local-copy',
]);
export type ServiceFailureKind = z.infer<typeof ServiceFailureKind>;

/** A failed request: what happened, and what a support person would ask for. `retryAfter` is in milliseconds. */
export const ServiceFailure = z.object({
  kind: ServiceFailureKind,
  detail: z.string(),
  status: z.number().optional(),
  requestId: z.string().optional(),
  retryAfter: z.number().optional(),
  sentences: z.array(ServerSentence).optional(),
});
export type ServiceFailure = z.infer<typeof ServiceFailure>;
