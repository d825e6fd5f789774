import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';
import type { Clock, HttpRequest, Transport } from '../ports.ts';

/** The bounds of one request: times in milliseconds, the size in bytes after decompression. */
export type Limits = {
  readonly headers: number;
  readonly idle: number;
  readonly total: number;
  readonly bytes: number;
};

/** Bounds that fit a laptop on a bad line. */
export const fieldLimits: Limits = {
  headers: 15_000,
  idle: 30_000,
  total: 120_000,
  bytes: 32 * 1024 * 1024,
};

/** A whole answer: its status, its headers and its body as text. */
export type Exchange = { readonly status: number; readonly headers: Headers; readonly text: string };

/** Sends requests within bounds. */
export type Exchanger = (
  url: string,
  request: Pick<HttpRequest, 'method' | 'headers' | 'body'>,
  signal: AbortSignal,
) => Promise<Exchange | { readonly failure: ServiceFailure }>;

/**
 * Makes an exchanger: no redirect is followed, no cookie kept, nothing cached, and the answer of every request, good
 * or bad, is there within its deadlines. It never rejects.
 */
export function exchanger(transport: Transport, clock: Clock, limits: Limits): Exchanger {
  return async (url, request, signal) => {
    const watch = new Watch(clock, signal);
    try {
      watch.expect('total', limits.total);
      watch.expect('step', limits.headers);
      const response = await watch.race(
        transport(url, {
          ...request,
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          signal: watch.signal,
        }),
      );
      const text = await readText(response, watch, limits);
      if (text === undefined) {
        return failed('too-large', `More than ${String(limits.bytes)} bytes.`, response.status);
      }
      return { status: response.status, headers: response.headers, text };
    } catch (error) {
      return { failure: watch.expired ? timeoutOf(watch.expired) : failureOf(error) };
    } finally {
      watch.stop();
    }
  };
}

const failed = (kind: ServiceFailureKind, detail: string, status?: number): { failure: ServiceFailure } => ({
  failure: { kind, detail, ...(status !== undefined && { status }) },
});

const timeoutOf = (which: string): ServiceFailure => ({
  kind: 'timeout',
  detail: which === 'total' ? 'The whole answer took too long.' : 'No answer for too long.',
});

async function readText(response: Response, watch: Watch, limits: Limits): Promise<string | undefined> {
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    watch.expect('step', limits.idle);
    const { done, value } = await watch.race(reader.read());
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limits.bytes) return undefined;
    text += decoder.decode(value, { stream: true });
  }
}

/** Ends a request when one of its deadlines has passed or its caller gave up, whatever the transport does. */
class Watch {
  expired: string | undefined;
  readonly #clock: Clock;
  readonly #abort = new AbortController();
  readonly #timers = new Map<string, AbortController>();
  readonly #ended: Promise<never>;

  constructor(clock: Clock, caller: AbortSignal) {
    this.#clock = clock;
    this.#ended = new Promise((_resolve, reject) => {
      this.signal.addEventListener('abort', () => {
        reject(new Error('The request was ended.'));
      });
    });
    // The promise is raced against; when nobody waits on it any more, its rejection means nothing.
    this.#ended.catch(() => undefined);
    const giveUp = (): void => {
      this.#abort.abort();
    };
    if (caller.aborted) giveUp();
    else caller.addEventListener('abort', giveUp, { once: true, signal: this.#abort.signal });
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Starts a deadline, in place of the one with the same name. */
  expect(name: string, ms: number): void {
    this.#timers.get(name)?.abort();
    const timer = new AbortController();
    this.#timers.set(name, timer);
    void this.#clock.sleep(ms, timer.signal).then(() => {
      if (timer.signal.aborted) return;
      this.expired ??= name;
      this.#abort.abort();
    });
  }

  race<Value>(work: Promise<Value>): Promise<Value> {
    return Promise.race([work, this.#ended]);
  }

  stop(): void {
    for (const timer of this.#timers.values()) timer.abort();
    this.#abort.abort();
  }
}

/** What the words of a transport's error mean, the first that fits; anything else did not reach the service. */
const MEANINGS: readonly (readonly [RegExp, ServiceFailureKind])[] = [
  [/attempted to redirect|unexpected redirect/i, 'redirected'],
  [/ERR_CERT|ERR_SSL|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/, 'certificate'],
  // A text that is no UTF-8 was cut, or is none of the service's.
  [/ENCODING_INVALID|encoded data/i, 'wrong-shape'],
];

/** Says what a transport's error means: Electron names it in the message, Node in the cause. */
export function failureOf(error: unknown): ServiceFailure {
  const detail = [error, causeOf(error)].map(wordsOf).filter(Boolean).join(': ');
  const meaning = MEANINGS.find(([words]) => words.test(detail));
  return { kind: meaning?.[1] ?? 'unreachable', detail };
}

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error ? `${String(error.code)} ${error.message}` : error.message;
}
