import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Ports } from '../ports.ts';
import { malformed, tooLarge, unexpected, unsupportedMediaType } from '../refusal.ts';
import type { Refusal, Source } from '../refusal.ts';
import type { Dialect } from './dialect.ts';
import { answerHeaders } from './reply-headers.ts';

const PARAMETER_CODES: ReadonlyMap<string, string> = new Map([
  ['sort', 'bad_sort'],
  ['page', 'bad_page'],
  ['per_page', 'bad_page'],
  ['filter[updated_at]', 'bad_range'],
  ['filter[since]', 'bad_cursor'],
]);

type Problem = { readonly path: string; readonly message: string; readonly keys: readonly string[] };

function problemsOf(error: FastifyError): readonly Problem[] {
  if (!hasZodFastifySchemaValidationErrors(error)) return [];
  return error.validation.map(({ instancePath, message = 'This is not as agreed.', params }) => {
    const { keys } = params as { keys?: unknown };
    return { path: instancePath, message, keys: Array.isArray(keys) ? keys.map(String) : [] };
  });
}

function refuseProblem({ path, message, keys }: Problem, part: string | undefined): Refusal {
  if (part === 'body') return malformed('invalid_value', message, { pointer: path === '/' ? '' : path });
  const name = keys[0] ?? path.slice(1);
  const source: Source = part === 'headers' ? { header: 'Idempotency-Key' } : { parameter: name };
  return malformed(
    PARAMETER_CODES.get(name) ?? (part === 'headers' ? 'bad_header' : 'bad_parameter'),
    message,
    source,
  );
}

function refuseStatus(status: number, requestId: string, { reads }: Dialect): Refusal {
  if (status === 415) return unsupportedMediaType(reads);
  if (status === 413) return tooLarge;
  if (status >= 500) return unexpected(requestId);
  return { ...malformed('malformed_request', 'The service cannot read this request.'), status };
}

/** Answers a request with refusals of one status. */
export function refuse(reply: FastifyReply, refusals: readonly Refusal[], dialect: Dialect): void {
  reply
    .code(refusals[0]?.status ?? 500)
    .type(dialect.refuses)
    .send(dialect.document(refusals, reply.request));
}

/** Turns what the framework throws into a refusal; a bug is logged and answered with the name of the request only. */
export function refuseError(
  dialect: Dialect,
): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void {
  return (error, request, reply) => {
    const problems = problemsOf(error);
    if (problems.length > 0) {
      const refusals = problems
        .slice(0, 100)
        .map((problem) => refuseProblem(problem, error.validationContext));
      refuse(reply, refusals, dialect);
      return;
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ code: error.code, stack: error.stack }, 'unexpected failure');
    refuse(reply, [refuseStatus(status, request.id, dialect)], dialect);
  };
}

/** Answers what is not HTTP at all, as far as the connection still takes an answer. */
export function refuseConnection(
  dialect: Dialect,
  { clock, newId }: Ports,
): (error: Error, socket: Socket) => void {
  return (_error, socket) => {
    if (socket.writable) {
      const body = JSON.stringify(dialect.document([refuseStatus(400, '', dialect)]));
      const headers = {
        ...answerHeaders(clock, newId()),
        'content-type': dialect.refuses,
        connection: 'close',
      };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const length = `content-length: ${String(Buffer.byteLength(body))}\r\n`;
      socket.write(`HTTP/1.1 400 ${STATUS_CODES[400] ?? ''}\r\n${lines.join('')}${length}\r\n${body}`);
    }
    socket.destroySoon();
  };
}
