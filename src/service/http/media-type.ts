import type { FastifyInstance } from 'fastify';
import { keepLongNumbers } from '#shared/resources/long-numbers.ts';

/** JSON:API: the media type of Key Accounts. */
export const JSON_API = 'application/vnd.api+json';

/** The media type of Marketplace Accounts, which Key Accounts are read from as well. */
export const PLAIN_JSON = 'application/json';

/** Problem details (RFC 9457). */
export const PROBLEM_JSON = 'application/problem+json';

const isRefused = (parameters: readonly string[]): boolean =>
  parameters.some((parameter) => /^\s*q\s*=\s*0(?:\.0*)?\s*$/i.test(parameter));

/** Whether a client with this `Accept` header can read JSON under one of these names. */
export function accepts(header: string | undefined, types: readonly string[]): boolean {
  if (header === undefined || header.trim() === '') return true;
  const acceptable = [...types, 'application/*', '*/*'];
  return header.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';');
    return acceptable.includes(type.trim().toLowerCase()) && !isRefused(parameters);
  });
}

/** Takes the charset off that the framework adds: JSON:API and problem details have no such parameter. */
export function sendBareMediaType(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload) => {
    const [type = ''] = String(reply.getHeader('content-type')).split(';');
    if (type.endsWith('+json')) reply.header('content-type', type);
    return Promise.resolve(payload);
  });
}

/** Has the service read JSON bodies of these media types, and no others. */
export function readJsonBodies(app: FastifyInstance, types: readonly string[]): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...types], { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    // A DELETE may name a media type for the body it does not have.
    if (text === '') done(null);
    else void parse(request, keepLongNumbers(text), done);
  });
}
