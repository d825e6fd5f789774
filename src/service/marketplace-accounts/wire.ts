import { z } from 'zod';
import { Account, Address, Attributes } from './account.ts';
import { PARTS } from './list-query.ts';
import type { Part } from './list-query.ts';

const NAMELESS = 'An account has to have a name.';

/**
 * The body of a PUT: an absent attribute stays as it is, `null` empties it. What the service alone decides may be sent back
 * with the rest and is ignored, except `id` and `type`: they have to agree, as nobody can change them.
 */
export const PutBody = z.object({
  ...Attributes.partial().shape,
  name: z
    .string(NAMELESS)
    .max(10_000)
    .refine((name) => name.trim() !== '', NAMELESS)
    .exactOptional(),
  address: Address.partial().nullable().exactOptional(),
  id: z.string().exactOptional(),
  type: z.string().exactOptional(),
});
export type PutBody = z.infer<typeof PutBody>;

/** The path of one account. */
export const AccountPath = z.object({ id: z.string() });

/** An account in a list: `audit` and `groups` only where they were selected. */
const ListedAccount = Account.partial({ audit: true, groups: true });
type ListedAccount = z.infer<typeof ListedAccount>;

/** A page of the list. */
export const ListDocument = z.object({
  $meta: z.object({
    pagination: z.object({ offset: z.int(), limit: z.int(), total: z.int() }),
    omitted: z.array(z.enum(PARTS)),
  }),
  data: z.array(ListedAccount),
});
export type ListDocument = z.infer<typeof ListDocument>;

/** An account as a list shows it. */
export function toListed({ audit, groups, ...rest }: Account, selected: readonly Part[]): ListedAccount {
  return {
    ...rest,
    ...(selected.includes('groups') && { groups }),
    ...(selected.includes('audit') && { audit }),
  };
}
