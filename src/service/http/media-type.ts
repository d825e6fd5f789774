import type { FastifyInstance } from 'fastify';
import { keepLongNumbers } from '#shared/resources/long-numbers.ts';

/** The media type of every answer, and of requests that say it right. */
export const JSON_API = 'application/vnd.api+json';

/** The media types of bodies that are read. */
export const READ_TYPES = [JSON_API, 'application/json'];

const ACCEPTABLE = new Set([...READ_TYPES, 'application/*', '*/*']);

const isRefused = (parameters: readonly string[]): boolean =>
  parameters.some((parameter) => /^\s*q\s*=\s*0(?:\.0*)?\s*$/i.test(parameter));

/** Whether a client with this `Accept` header can read the answers. */
export function accepts(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  return header.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';');
    return ACCEPTABLE.has(type.trim().toLowerCase()) && !isRefused(parameters);
  });
}

/** Takes the charset off that the framework adds: JSON:API lets its media type have no such parameter. */
export function sendBareMediaType(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload) => {
    if (String(reply.getHeader('content-type')).startsWith(`${JSON_API};`))
      reply.header('content-type', JSON_API);
    return Promise.resolve(payload);
  });
}

/** Has the service read JSON bodies of the two media types, and no others. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(READ_TYPES, { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    // A DELETE may name a media type for the body it does not have.
    if (text === '') done(null);
    else void parse(request, keepLongNumbers(text), done);
  });
}
