import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Clock, Transport } from '../ports.ts';
import { readAnswer } from './http-answer.ts';
import { exchanger, fieldLimits, type Limits } from './http-exchange.ts';
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

/** Makes the remote of one resource over HTTP (docs/contract.md §1 and §3). */
export function httpRemote(options: HttpRemoteOptions): Remote {
  const { resource, address, token, transport, clock } = options;
  const exchange = exchanger(transport, clock, options.limits ?? fieldLimits);
  const collection = `${address}${resource.path}`;
  const itemUrl = (id: RecordId): string => `${collection}/${encodeURIComponent(id)}`;

  const send = (
    method: string,
    url: string,
    { body, headers, signal }: { body?: unknown; headers?: Record<string, string>; signal: AbortSignal },
  ): ReturnType<typeof exchange> => {
    const bearer = token();
    return exchange(
      url,
      {
        method,
        headers: {
          accept: resource.mediaType,
          ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          ...(body !== undefined && { 'content-type': resource.mediaType }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      signal,
    );
  };

  return {
    list: async ({ page, size, etag }, signal) => {
      const headers = etag === undefined ? {} : { 'if-none-match': etag };
      const answer = await send('GET', `${collection}?${resource.pageQuery(page, size)}`, {
        headers,
        signal,
      });
      return readList(answer, resource);
    },
    changes: async (cursor, signal) => {
      const answer = readAnswer(
        await send('GET', `${collection}?${resource.deltaQuery(cursor)}`, { signal }),
        resource,
        resource.readPage,
      );
      if (answer.ok || answer.failure.status !== 410) return answer;
      return { ...answer, failure: { ...answer.failure, kind: 'cursor-expired' } };
    },
    get: async (id, signal) =>
      readAnswer(await send('GET', itemUrl(id), { signal }), resource, resource.readOne),
    create: async ({ id, values, createdAt, key }, signal) => {
      const body = resource.createBody(id, values, { createdAt });
      const headers = { 'idempotency-key': key };
      return readAnswer(
        await send('POST', collection, { body, headers, signal }),
        resource,
        resource.readOne,
      );
    },
    update: async ({ id, changes, terms }, signal) => {
      const body = resource.updateBody(id, changes, terms);
      return readAnswer(await send('PUT', itemUrl(id), { body, signal }), resource, resource.readOne);
    },
  };
}

function readList(exchange: Parameters<typeof readAnswer>[0], resource: Resource): Answer<ListAnswer> {
  if ('status' in exchange && exchange.status === 304) {
    return { ok: true, value: { unchanged: true }, serverDate: undefined };
  }
  const etag = 'headers' in exchange ? (exchange.headers.get('etag') ?? undefined) : undefined;
  return readAnswer(exchange, resource, (body) => {
    const page = resource.readPage(body);
    return page && { unchanged: false, page, etag };
  });
}
