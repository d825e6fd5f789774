import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const tagOf = (payload: string): string =>
  `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;

const names = (tags: string, tag: string): boolean =>
  tags.split(',').some((one) => one.trim() === tag || one.trim() === '*');

// A GET compares weakly: what was marked as weak on its way is the same content.
const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean =>
  names((ifNoneMatch ?? '').replaceAll(/(^|,)\s*W\//g, '$1'), tag);

/** Whether a write that names this `If-Match` was made from the version of the tag, or from whichever. */
export const isMadeFrom = (ifMatch: string | undefined, tag: string): boolean =>
  ifMatch === undefined || names(ifMatch, tag);

/** What is left to send to a client that may have the content already; leaves the head of the answer fitting to it. */
function withoutKnown(request: FastifyRequest, reply: FastifyReply, payload: string): string | null {
  const tag = String(reply.getHeader('etag') ?? tagOf(payload));
  reply.header('etag', tag);
  if (!isKnown(request.headers['if-none-match'], tag)) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}

/**
 * Puts an `ETag` on every successful GET, made from the content where the handler gave none, and answers 304 to a client
 * that has that content.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload) => {
    const isContent = request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string';
    return Promise.resolve(isContent ? withoutKnown(request, reply, payload) : payload);
  });
}
