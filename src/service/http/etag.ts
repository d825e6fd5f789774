import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const tagOf = (payload: string): string =>
  `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;

const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((known) => {
    const bare = known.trim().replace(/^W\//, '');
    return bare === tag || bare === '*';
  });

/** What is left to send to a client that may have the content already; leaves the head of the answer fitting to it. */
function withoutKnown(request: FastifyRequest, reply: FastifyReply, payload: string): string | null {
  const tag = tagOf(payload);
  reply.header('etag', tag);
  if (!isKnown(request.headers['if-none-match'], tag)) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}

/** Puts an `ETag` made from the content on every successful GET, and answers 304 to a client that has that content. */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload) => {
    const isContent = request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string';
    return Promise.resolve(isContent ? withoutKnown(request, reply, payload) : payload);
  });
}
