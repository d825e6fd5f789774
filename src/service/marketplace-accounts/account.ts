import { z } from 'zod';
import { Text } from '../text.ts';

/** The types of an account; none ever becomes another. */
export const ACCOUNT_TYPES = ['Client', 'Vendor', 'Operations'] as const;

const Optional = Text.nullable();

/** Where a company is; every part may be empty. */
export const Address = z.object({
  addressLine1: Optional,
  addressLine2: Optional,
  postCode: Optional,
  city: Optional,
  state: Optional,
  country: Optional,
});

const Happening = z.object({
  at: z.string().describe('ISO 8601, UTC, with milliseconds.'),
  by: z.object({ id: z.string(), name: z.string() }),
});
export type Happening = z.infer<typeof Happening>;

const Audit = z.object({
  created: Happening,
  updated: Happening,
  disabled: Happening.nullable(),
  enabled: Happening.nullable(),
  activated: Happening.nullable(),
});

const Group = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  logo: z.string().nullable(),
  isDefault: z.boolean(),
});

/** What a PUT may change. */
export const Attributes = z.object({
  name: Text,
  description: Optional,
  externalId: Optional,
  serviceLevel: Optional.describe('An open list: Essential, Elite, DSC and whatever else there is.'),
  address: Address,
  icon: Optional,
  logo: Optional,
  website: Optional,
  technicalSupportEmail: Optional,
});
export type Attributes = z.infer<typeof Attributes>;

/** A Marketplace Account, whole: as it is stored and as its own address answers it. */
export const Account = z.object({
  id: z.string(),
  href: z.string(),
  revision: z.int().describe('Grows by one with every change; its ETag is made from it.'),
  type: z.enum(ACCOUNT_TYPES),
  status: z.enum(['Enabled', 'Active', 'Disabled']),
  externalName: Optional,
  ...Attributes.shape,
  groups: z.array(Group),
  audit: Audit,
});
export type Account = z.infer<typeof Account>;

/** An account with what the service knows about it and never sends. */
export type KeptAccount = {
  readonly account: Account;
  /** The team it belongs to. */
  readonly team: string;
  /** What enabling returns it to; `null` unless it is disabled. */
  readonly before: 'Enabled' | 'Active' | null;
};
