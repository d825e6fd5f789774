import { assert } from '#shared/assert.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RemotePage, RemoteRecord, Resource } from '#shared/resources/resource.ts';
import type { Clock, Transport } from '../ports.ts';
import { readAnswer } from './http-answer.ts';
import { exchanger, fieldLimits, type Exchanger, type Limits } from './http-exchange.ts';
import type { Answer, ListAnswer, Remote } from './remote.ts';

/** What an HTTP remote is made of; `address` is the service's origin, without a path. */
export type HttpRemoteOptions = {
  readonly resource: Resource;
  readonly address: string;
  readonly token: () => string | undefined;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly limits?: Limits;
};

type Extras = { readonly body?: unknown; readonly headers?: Record<string, string> };
type Send = (
  method: string,
  url: string,
  extras: Extras & { readonly signal: AbortSignal },
) => ReturnType<Exchanger>;

/** Makes the remote of one resource over HTTP (docs/contract.md). */
export function httpRemote(options: HttpRemoteOptions): Remote {
  const { resource } = options;
  const send = sender(options);
  const collection = `${options.address}${resource.path}`;
  const itemUrl = (id: RecordId): string => `${collection}/${encodeURIComponent(id)}`;
  return {
    list: async ({ page, size, etag }, signal) => {
      const headers: Record<string, string> = etag === undefined ? {} : { 'if-none-match': etag };
      const url = `${collection}?${resource.pageQuery(page, size)}`;
      return readList(await send('GET', url, { headers, signal }), resource);
    },
    changes: async (cursor, signal) => {
      assert(resource.deltaQuery !== undefined, `There is no delta of ${resource.name}.`);
      const url = `${collection}?${resource.deltaQuery(cursor)}`;
      return readChanges(await send('GET', url, { signal }), resource);
    },
    get: async (id, signal) =>
      readAnswer(await send('GET', itemUrl(id), { signal }), resource, readThis(resource, id)),
    create: async ({ id, values, createdAt, key }, signal) => {
      assert(resource.createBody !== undefined, `No ${resource.name} are made here.`);
      const body = resource.createBody(id, values, { createdAt });
      const headers = { 'idempotency-key': key };
      // Whatever its id is: a service may give ids of its own.
      return readAnswer(
        await send('POST', collection, { body, headers, signal }),
        resource,
        resource.readOne,
      );
    },
    update: async ({ id, changes, terms }, signal) => {
      const { method, path, headers, body } = resource.updateRequest(id, changes, terms);
      const answer = await send(method, `${itemUrl(id)}${path}`, { body, headers, signal });
      return readAnswer(answer, resource, readThis(resource, id));
    },
  };
}

/** Reads an answer about one record; an answer about another one is not taken for it. */
const readThis =
  (resource: Resource, id: RecordId) =>
  (body: unknown): RemoteRecord | undefined => {
    const record = resource.readOne(body);
    return record?.id === id ? record : undefined;
  };

function sender({ resource, token, transport, clock, limits = fieldLimits }: HttpRemoteOptions): Send {
  const exchange = exchanger(transport, clock, limits);
  return (method, url, { body, headers, signal }) => {
    const bearer = token();
    const request = {
      method,
      headers: {
        accept: resource.mediaType,
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': resource.mediaType }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    return exchange(url, request, signal);
  };
}

type Received = Parameters<typeof readAnswer>[0];

function readList(received: Received, resource: Resource): Answer<ListAnswer> {
  if ('status' in received && received.status === 304) {
    return { ok: true, value: { unchanged: true }, serverDate: undefined };
  }
  const etag = 'headers' in received ? (received.headers.get('etag') ?? undefined) : undefined;
  return readAnswer(received, resource, (body) => {
    const page = resource.readPage(body);
    return page && { unchanged: false, page, etag };
  });
}

function readChanges(received: Received, resource: Resource): Answer<RemotePage> {
  const answer = readAnswer(received, resource, resource.readPage);
  if (answer.ok || answer.failure.status !== 410) return answer;
  return { ...answer, failure: { ...answer.failure, kind: 'cursor-expired' } };
}
