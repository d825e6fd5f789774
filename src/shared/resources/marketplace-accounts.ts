import { z } from 'zod';
import type { FieldValue, Fields, Values } from '../model/field.ts';
import { RecordId, Token } from '../model/ids.ts';
import { statusStep } from '../model/account-status.ts';
import { readProblem } from './problem-json.ts';
import type { RemotePage, RemoteRecord, Resource, UpdateRequest, UpdateTerms } from './resource.ts';

const ADDRESS = ['addressLine1', 'addressLine2', 'postCode', 'city', 'state', 'country'] as const;

/** The attributes of a Marketplace Account that take part in a merge; an address is merged line by line. */
export const marketplaceAccountFields = {
  name: 'text',
  status: 'status',
  description: 'text',
  externalId: 'text',
  serviceLevel: 'text',
  website: 'text',
  technicalSupportEmail: 'email',
  addressLine1: 'text',
  addressLine2: 'text',
  postCode: 'text',
  city: 'text',
  state: 'text',
  country: 'text',
  type: 'opaque',
  externalName: 'opaque',
} as const satisfies Fields;

const text = z.string().nullish();

const Row = z.looseObject({
  id: RecordId,
  revision: z.int().nonnegative(),
  type: z.string(),
  status: z.string(),
  name: z.string(),
  description: text,
  externalId: text,
  externalName: text,
  serviceLevel: text,
  website: text,
  technicalSupportEmail: text,
  address: z
    .looseObject({
      addressLine1: text,
      addressLine2: text,
      postCode: text,
      city: text,
      state: text,
      country: text,
    })
    .nullish(),
});
type Row = z.infer<typeof Row>;

const List = z.object({
  $meta: z.looseObject({
    pagination: z.looseObject({
      offset: z.int().nonnegative(),
      limit: z.int().nonnegative(),
      total: z.int().nonnegative(),
    }),
  }),
  data: z.array(z.unknown()),
});

function readOne(body: unknown): RemoteRecord | undefined {
  const parsed = Row.safeParse(body);
  if (!parsed.success) return undefined;
  const row = parsed.data;
  return { id: row.id, token: Token.parse(String(row.revision)), values: valuesOf(row), raw: row };
}

const valuesOf = (row: Row): Values =>
  Object.fromEntries(
    Object.keys(marketplaceAccountFields).map((field): [string, FieldValue] => {
      const holder: Readonly<Record<string, unknown>> | null | undefined = isOfAddress(field)
        ? row.address
        : row;
      const value = holder?.[field];
      return [field, typeof value === 'string' ? value : null];
    }),
  );

const isOfAddress = (field: string): boolean => ADDRESS.some((part) => part === field);

function readPage(body: unknown): RemotePage | undefined {
  const list = List.safeParse(body);
  if (!list.success) return undefined;
  const { offset, limit, total } = list.data.$meta.pagination;
  const read = list.data.data.map(readOne);
  const rows = read.filter((row) => row !== undefined);
  const size = Math.max(limit, 1);
  return {
    rows,
    removed: [],
    unreadable: read.length - rows.length,
    pages: { page: Math.floor(offset / size) + 1, count: Math.ceil(total / size), total },
  };
}

function readErrors(body: unknown): ReturnType<Resource['readErrors']> {
  const { sentences, current } = readProblem(body);
  return { sentences, current: readOne(current) };
}

/** Attributes go before a step of the status, which may need one of them. */
function nextOf({ status, ...attributes }: Values, over: Values): Values {
  if (Object.keys(attributes).length > 0 || status === undefined) return attributes;
  return { status: statusStep(over['status'] ?? null, status).makes };
}

/** Only the service knows what an account was before it was disabled. */
const outcomesOf: Resource['outcomesOf'] = (sent, over) =>
  over['status'] === 'Disabled' && sent['status'] === 'Enabled' ? [sent, { status: 'Active' }] : [sent];

function updateRequest(id: RecordId, changes: Values, { token, over }: UpdateTerms): UpdateRequest {
  const headers = token === undefined ? {} : { 'if-match': `"${token}"` };
  if ('status' in changes) {
    const { action } = statusStep(over['status'] ?? null, changes['status'] ?? null);
    return { method: 'POST', path: `/${action}`, headers, body: undefined };
  }
  const entries = Object.entries(changes);
  const address = entries.filter(([field]) => isOfAddress(field));
  const body = {
    id,
    ...Object.fromEntries(entries.filter(([field]) => !isOfAddress(field))),
    ...(address.length > 0 && { address: Object.fromEntries(address) }),
  };
  return { method: 'PUT', path: '', headers, body };
}

const Audit = z.looseObject({ audit: z.looseObject({}).nullish() });
const Happening = z.looseObject({ at: z.string() });

function timeOf(raw: unknown, name: 'created' | 'updated'): string | undefined {
  const audit = Audit.safeParse(raw).data?.audit;
  return Happening.safeParse(audit?.[name]).data?.at;
}

/** The Marketplace Accounts resource (docs/contract.md §2). */
export const marketplaceAccounts: Resource = {
  name: 'marketplace_accounts',
  fields: marketplaceAccountFields,
  fixed: ['type', 'externalName'],
  isExpected: false,
  token: 'count',
  path: '/public/v1/accounts/accounts',
  mediaType: 'application/json',
  pageSize: 100,
  // By their ids: an order by what changes would let rows slip from page to page.
  pageQuery: (page, size) =>
    `limit=${String(size)}&offset=${String((page - 1) * size)}&order=id&select=%2Baudit,%2Bgroups`,
  // What changed since a moment says nothing of what is gone, and needs all clocks to agree: pages have ETags.
  deltaQuery: undefined,
  readPage,
  readOne,
  readErrors,
  createBody: undefined,
  nextOf,
  outcomesOf,
  // Enabling goes back to what was before, which is the wish.
  isMet: ({ seen, wished }, now) =>
    wished === now || (seen === 'Disabled' && wished === 'Enabled' && now === 'Active'),
  updateRequest,
  label: ({ name }) => (typeof name === 'string' ? name.trim() : ''),
  searched: ({ name, externalId, externalName, city, country, technicalSupportEmail }) =>
    [name, externalId, externalName, city, country, technicalSupportEmail].map((value) => value ?? null),
  times: (raw) => ({ createdAt: timeOf(raw, 'created'), updatedAt: timeOf(raw, 'updated') }),
};
