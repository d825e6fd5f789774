import { z } from 'zod';
import type { Fields, Values } from '../model/field.ts';
import { RecordId, Token } from '../model/ids.ts';
import { readSentences } from './json-api.ts';
import type {
  RawAttributes,
  RemotePage,
  RemoteRecord,
  Resource,
  UpdateRequest,
  UpdateTerms,
} from './resource.ts';

const TYPE = 'key_accounts';

/** The attributes of a Key Account that people edit, and how each compares. */
export const keyAccountFields = {
  first_name: 'text',
  last_name: 'text',
  email: 'email',
  primary: 'flag',
  remote_id: 'reference',
  last_download: 'opaque',
} as const satisfies Fields;

const text = z.string().nullish();

const Row = z.object({
  id: RecordId,
  type: z.literal(TYPE),
  attributes: z.looseObject({
    email: text,
    first_name: text,
    last_name: text,
    last_download: text,
    primary: z.union([z.boolean(), z.literal('true'), z.literal('false')]).nullish(),
    remote_id: z.union([z.string(), z.number()]).nullish(),
    created_at: text,
    updated_at: text,
    updated_in_db_at: Token,
  }),
});

const Tombstone = z.object({
  id: RecordId,
  type: z.literal(TYPE),
  meta: z.looseObject({ deleted_at: z.string() }),
});

// The contract lets page numbers come back as strings.
const count = z.coerce.number().int().nonnegative();

const List = z.object({
  data: z.array(z.unknown()),
  meta: z.looseObject({
    pagination: z.looseObject({ page: count, total_count: count, total_pages: count }).optional(),
    sync: z.looseObject({ cursor: z.string().min(1), has_more: z.boolean().optional() }).optional(),
  }),
});

const One = z.object({ data: z.unknown() });

function readRow(row: unknown): RemoteRecord | undefined {
  const parsed = Row.safeParse(row);
  if (!parsed.success) return undefined;
  const { id, attributes } = parsed.data;
  return { id, token: attributes.updated_in_db_at, values: pickFields(attributes), raw: attributes };
}

function pickFields(attributes: z.infer<typeof Row>['attributes']): Values {
  const { primary } = attributes;
  return {
    first_name: attributes.first_name ?? null,
    last_name: attributes.last_name ?? null,
    email: attributes.email ?? null,
    primary: typeof primary === 'string' ? primary === 'true' : (primary ?? null),
    remote_id: attributes.remote_id ?? null,
    last_download: attributes.last_download ?? null,
  };
}

function readPage(body: unknown): RemotePage | undefined {
  const list = List.safeParse(body);
  if (!list.success) return undefined;
  const rows: RemoteRecord[] = [];
  const removed: RecordId[] = [];
  let unreadable = 0;
  for (const item of list.data.data) {
    const row = readRow(item);
    const tombstone = row ? undefined : Tombstone.safeParse(item);
    if (row) rows.push(row);
    else if (tombstone?.success) removed.push(tombstone.data.id);
    else unreadable += 1;
  }
  const { pagination, sync } = list.data.meta;
  return {
    rows,
    removed,
    unreadable,
    ...(pagination && {
      pages: { page: pagination.page, count: pagination.total_pages, total: pagination.total_count },
    }),
    ...(sync && { delta: { cursor: sync.cursor, more: sync.has_more ?? false } }),
  };
}

function readOne(body: unknown): RemoteRecord | undefined {
  const one = One.safeParse(body);
  return one.success ? readRow(one.data.data) : undefined;
}

function readErrors(body: unknown): ReturnType<Resource['readErrors']> {
  const { sentences, metas } = readSentences(body);
  const current = metas.map((meta) => readRow(meta['current'])).find((row) => row !== undefined);
  return { sentences, current };
}

const document = (id: RecordId, attributes: object): unknown => ({ data: { id, type: TYPE, attributes } });

function updateRequest(id: RecordId, changes: Values, terms: UpdateTerms): UpdateRequest {
  const body = document(id, {
    ...changes,
    ...(terms.updatedAt !== undefined && { updated_at: terms.updatedAt }),
    ...(terms.token !== undefined && { updated_in_db_at: terms.token }),
    ...(terms.overwrite && { overwrite: true }),
  });
  return { method: 'PUT', path: '', headers: {}, body };
}

const asText = (raw: RawAttributes, name: string): string | undefined => {
  const value = raw[name];
  return typeof value === 'string' ? value : undefined;
};

/** The Key Accounts resource (docs/contract.md §1). */
export const keyAccounts = {
  name: TYPE,
  fields: keyAccountFields,
  fixed: [],
  isExpected: true,
  token: 'time',
  path: '/api/v2/user/key_accounts',
  mediaType: 'application/vnd.api+json',
  pageSize: 150,
  pageQuery: (page, size) => `page=${String(page)}&per_page=${String(size)}&sort=created_at`,
  deltaQuery: (cursor) => `filter[since]=${encodeURIComponent(cursor)}`,
  readPage,
  readOne,
  readErrors,
  createBody: (id, values, { createdAt }) =>
    document(id, { ...values, created_at: createdAt, updated_at: createdAt }),
  nextOf: (changes) => changes,
  outcomesOf: (sent) => [sent],
  isMet: ({ wished }, now) => wished === now,
  updateRequest,
  label: ({ first_name, last_name }) =>
    [first_name, last_name].filter((part) => typeof part === 'string' && part.trim() !== '').join(' '),
  searched: ({ first_name, last_name, email, remote_id }) => [
    first_name ?? null,
    last_name ?? null,
    email ?? null,
    remote_id ?? null,
  ],
  times: (raw) => ({ createdAt: asText(raw, 'created_at'), updatedAt: asText(raw, 'updated_at') }),
} satisfies Resource;
