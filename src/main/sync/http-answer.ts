import { keepLongNumbers } from '#shared/resources/long-numbers.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';
import type { Exchange } from './http-exchange.ts';
import type { Answer, Refusal } from './remote.ts';

const JSON_TYPE = /^application\/(?:vnd\.api\+|problem\+)?json\s*(?:;|$)/i;
const LONGEST_WAIT = 15 * 60_000;

/** The service's own time of an answer, ms since 1970; `undefined` without a sane `Date`. */
export function serverDateOf(headers: Headers): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date;
}

/**
 * How long the service asks to be left alone, in milliseconds: `Retry-After` as seconds or as a date read against the
 * answer's own `Date`, never below 0 and never over 15 minutes; `undefined` when it does not say.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  const header = headers.get('retry-after')?.trim();
  if (!header) return undefined;
  const seconds = Number(header);
  const date = Date.parse(header);
  const wait = Number.isNaN(seconds) ? date - (serverDateOf(headers) ?? date) : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}

/** Reads a whole answer: a success needs a good status, JSON by its content type, and the shape that was asked for. */
export function readAnswer<Value>(
  exchange: Exchange | { readonly failure: ServiceFailure },
  resource: Resource,
  read: (body: unknown) => Value | undefined,
): Answer<Value> {
  if ('failure' in exchange) {
    return { ok: false, failure: exchange.failure, current: undefined, serverDate: undefined };
  }
  const { status, headers } = exchange;
  const body = isJson(exchange) ? parse(exchange.text) : undefined;
  if (status < 200 || status > 299) return refusalOf(exchange, resource, body);
  const serverDate = serverDateOf(headers);
  const value = body === undefined ? undefined : read(body);
  if (value !== undefined) return { ok: true, value, serverDate };
  const kind = isJson(exchange) ? 'wrong-shape' : 'not-the-service';
  return {
    ok: false,
    failure: {
      ...traits(exchange),
      kind,
      detail: `Status ${String(status)} with ${contentTypeOf(headers)}.`,
    },
    current: undefined,
    serverDate,
  };
}

const contentTypeOf = (headers: Headers): string => headers.get('content-type') ?? 'no content type';

const isJson = ({ headers }: Exchange): boolean => JSON_TYPE.test(contentTypeOf(headers));

function parse(text: string): unknown {
  try {
    return JSON.parse(keepLongNumbers(text)) as unknown;
  } catch {
    // A body that is no JSON is told apart by its caller: there is nothing in it to report.
    return undefined;
  }
}

function traits({ status, headers }: Exchange): Pick<ServiceFailure, 'status' | 'requestId'> {
  const requestId = headers.get('x-request-id');
  return { status, ...(requestId !== null && { requestId }) };
}

function refusalOf(exchange: Exchange, resource: Resource, body: unknown): Refusal {
  const { sentences, current } = resource.readErrors(body);
  const retryAfter = retryAfterOf(exchange.headers);
  const kind = kindOf(exchange, { isSpoken: sentences.length > 0, codes: sentences.map(({ code }) => code) });
  return {
    ok: false,
    failure: {
      ...traits(exchange),
      kind,
      detail:
        sentences[0]?.sentence ??
        `Status ${String(exchange.status)} with ${contentTypeOf(exchange.headers)}.`,
      ...(sentences.length > 0 && { sentences: [...sentences] }),
      ...(retryAfter !== undefined && { retryAfter }),
    },
    current,
    serverDate: serverDateOf(exchange.headers),
  };
}

type Spoken = { readonly isSpoken: boolean; readonly codes: readonly (string | undefined)[] };

/** Says what a status means; what only the service itself can know is believed only of an answer in its language. */
function kindOf({ status, headers }: Exchange, { isSpoken, codes }: Spoken): ServiceFailureKind {
  const unspoken = unspokenKind(status, headers);
  if (unspoken) return unspoken;
  if (status === 401 && BEARER.test(headers.get('www-authenticate') ?? '')) return 'signed-out';
  if (!isSpoken) return 'not-the-service';
  if (status === 409 || status === 412) return isStale(codes) ? 'stale' : 'refused';
  return spokenKinds[status] ?? 'refused';
}

const BEARER = /^bearer\b/i;
const BUSY = [408, 425, 429];
const NETWORK_NEEDS_SIGN_IN = 511;

/** The kinds that any gateway between here and the service may speak of as well. */
function unspokenKind(status: number, headers: Headers): ServiceFailureKind | undefined {
  if (BUSY.includes(status) || (status === 503 && headers.has('retry-after'))) return 'busy';
  if (status === NETWORK_NEEDS_SIGN_IN) return 'not-the-service';
  if (status >= 500) return 'trouble';
  return status < 400 ? 'redirected' : undefined;
}

const spokenKinds: Readonly<Record<number, ServiceFailureKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'gone',
  410: 'gone',
};

// A service that gives no codes means a stale version by its 409, or an id that is taken.
const STALE_CODES = ['stale_updated_in_db_at', 'id_taken'];
const isStale: (codes: Spoken['codes']) => boolean = (codes) =>
  codes.every((code) => code === undefined || STALE_CODES.includes(code));
