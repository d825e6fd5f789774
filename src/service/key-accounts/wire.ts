import { z } from 'zod';
import type { Mode } from '../mode.ts';
import { Text } from '../text.ts';
import { TYPE, tokenOf } from './key-account.ts';
import type { KeyAccount } from './key-account.ts';

const Timestamp = z.iso.datetime({ offset: true });

/** Whether a value is an ISO 8601 date and time with its zone. */
export const isTimestamp = (value: unknown): value is string => Timestamp.safeParse(value).success;

const RemoteId = z
  .union([Text, z.number()])
  .transform(String)
  .nullable()
  .describe('Key Account SSO GUID: a number or a string, kept exactly.');

const SentAttributes = z.object({
  created_at: Timestamp.nullable().exactOptional(),
  email: Text.nullable().exactOptional(),
  first_name: Text.nullable().exactOptional(),
  last_download: Text.nullable().exactOptional(),
  last_name: Text.nullable().exactOptional(),
  primary: z.boolean().nullable().exactOptional(),
  remote_id: RemoteId.exactOptional(),
  updated_at: Timestamp.nullable().exactOptional(),
});

/** The body of a POST. */
export const PostBody = z.object({
  data: z.object({
    // `guid`, not `uuid`: the version digits of somebody else's UUID are not this service's to judge.
    id: z.guid().toLowerCase().nullable().exactOptional(),
    type: z.string().exactOptional(),
    attributes: SentAttributes.default({}),
  }),
});
export type PostBody = z.infer<typeof PostBody>;

/** The body of a PUT. What the token may be depends on `overwrite`, so both are judged where the PUT is decided. */
export const PutBody = z.object({
  data: z.object({
    id: z.string().exactOptional(),
    type: z.string().exactOptional(),
    attributes: SentAttributes.extend({
      updated_in_db_at: z.unknown().optional().describe('The version token this edit was made from.'),
      overwrite: z.unknown().optional().describe('Only true works: ignore the token and write.'),
    }).default({}),
  }),
});
export type PutBody = z.infer<typeof PutBody>;

/** The path of one record. */
export const RecordPath = z.object({ id: z.string().toLowerCase() });

/** A Key Account in an answer. */
export const LiveResource = z.object({
  id: z.string(),
  type: z.literal(TYPE),
  attributes: z.object({
    created_at: z.string(),
    email: z.string().nullable(),
    first_name: z.string().nullable(),
    last_download: z.string().nullable(),
    last_name: z.string().nullable(),
    primary: z.boolean().nullable(),
    remote_id: z.union([z.number(), z.string()]).nullable(),
    updated_at: z.string(),
    updated_in_db_at: z.string(),
  }),
});
export type LiveResource = z.infer<typeof LiveResource>;

/** What a delta answer says about a deleted record. */
export const Tombstone = z.object({
  id: z.string(),
  type: z.literal(TYPE),
  meta: z.object({ deleted_at: z.string() }),
});
export type Tombstone = z.infer<typeof Tombstone>;

/** The answer about one record. */
export const OneDocument = z.object({ data: LiveResource });
export type OneDocument = z.infer<typeof OneDocument>;

/** A page of the list. Page 1 carries the cursor from which changes can be asked for, where the service has one. */
export const ListDocument = z.object({
  data: z.array(LiveResource),
  meta: z.object({
    pagination: z.object({
      page: z.union([z.int(), z.string()]),
      per_page: z.union([z.int(), z.string()]),
      total_count: z.int(),
      total_pages: z.int(),
    }),
    sort: z.string().nullable(),
    filter: z.record(z.string(), z.string()),
    sync: z.object({ cursor: z.string() }).exactOptional(),
  }),
});
export type ListDocument = z.infer<typeof ListDocument>;

/** What changed since a cursor, oldest change first, and the cursor that follows it. */
export const DeltaDocument = z.object({
  data: z.array(z.union([LiveResource, Tombstone])),
  meta: z.object({ sync: z.object({ cursor: z.string(), has_more: z.boolean() }) }),
});
export type DeltaDocument = z.infer<typeof DeltaDocument>;

/** A record as an answer shows it. */
export function toResource(record: KeyAccount, mode: Mode): LiveResource {
  const { email, first_name, last_download, last_name, primary, remote_id } = record.attributes;
  return {
    id: record.id,
    type: TYPE,
    attributes: {
      created_at: record.createdAt,
      email,
      first_name,
      last_download,
      last_name,
      primary,
      remote_id: remote_id === null ? null : mode.emitRemoteId(remote_id),
      updated_at: record.updatedAt,
      updated_in_db_at: tokenOf(record, mode),
    },
  };
}
