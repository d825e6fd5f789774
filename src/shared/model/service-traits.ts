import { z } from 'zod';

/**
 * What the service was seen to do, found out by looking at its answers (docs/sync.md, "The contract probe"). What is
 * not known yet is `undefined`; the sync then takes the careful way.
 */
export const ServiceTraits = z.object({
  /** When it was looked at, ISO 8601 by this laptop's clock. */
  seenAt: z.string(),
  /** The finest part of a second that its tokens carry; `opaque` for tokens that are no time. */
  precision: z.enum(['seconds', 'milliseconds', 'finer', 'opaque']).optional(),
  /** Whether a token is the time of the edit, which clients set, and so no version of the service's own. */
  isTokenEditTime: z.boolean().optional(),
  /** Tokens that differ by less than this many milliseconds may count as equal; -1 when no token is ever refused. */
  tolerance: z.number().optional(),
  /** Whether a 409 carries the record as it is. */
  showsCurrent: z.boolean().optional(),
  /** Whether changes can be asked for since a cursor. */
  hasDelta: z.boolean().optional(),
  /** Whether a page of the list has an ETag. */
  hasEtags: z.boolean().optional(),
  /** Whether a record keeps the id that this laptop made; known from the first answered creation on. */
  keepsClientIds: z.boolean().optional(),
  /** How far this laptop's clock is ahead of the service's, milliseconds. */
  clockAhead: z.number().optional(),
});
export type ServiceTraits = z.infer<typeof ServiceTraits>;
