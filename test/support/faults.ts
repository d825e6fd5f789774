import type { HttpRequest, Transport } from '../../src/main/ports.ts';

/** What happens to a request on its way; `real` sends it. */
export type Fault = (url: string, request: HttpRequest, real: Transport) => Promise<Response>;

const isProbe = (body: unknown): boolean =>
  /"attributes":\{"updated_in_db_at":"[^"]*"\}/.test(JSON.stringify(body ?? ''));

/** A line to the service on which the next requests of a method meet faults. */
export class FaultyLine {
  readonly #waiting: { method: string; fault: Fault }[] = [];
  readonly seen: { method: string; url: string; body: unknown }[] = [];

  /** Lets the next request of this method meet a fault. */
  next(method: string, fault: Fault): void {
    this.#waiting.push({ method, fault });
  }

  readonly transport: Transport = (url, request) => {
    const body: unknown = request.body === undefined ? undefined : JSON.parse(request.body);
    this.seen.push({ method: request.method, url, body });
    const index = this.#waiting.findIndex(({ method }) => method === request.method);
    const [met] = index === -1 ? [] : this.#waiting.splice(index, 1);
    return met ? met.fault(url, request, fetch) : fetch(url, request);
  };

  /** The bodies of every request of a method, in order, but those of the contract probe, which change nothing. */
  sent(method: string): unknown[] {
    return this.seen
      .filter((request) => request.method === method && !isProbe(request.body))
      .map(({ body }) => body);
  }
}

const cut = (): Error => new TypeError('fetch failed');

/** The request never reaches the service. */
export const lostRequest: Fault = () => Promise.reject(cut());

/** The service does what was asked, and its answer is lost. */
export const lostAnswer: Fault = async (url, request, real) => {
  await (await real(url, request)).text();
  throw cut();
};

/** Something happens between the moment the request is ready and the moment it leaves. */
export const after =
  (happening: () => void | Promise<void>): Fault =>
  async (url, request, real) => {
    await happening();
    return real(url, request);
  };

/** Something happens after the service has answered, before the answer arrives. */
export const beforeAnswer =
  (happening: () => void | Promise<void>): Fault =>
  async (url, request, real) => {
    const response = await real(url, request);
    await happening();
    return response;
  };

/** An answer of somebody else's. */
export const answered =
  (
    status: number,
    body: string,
    headers: Record<string, string> = { 'content-type': 'application/vnd.api+json' },
  ): Fault =>
  () =>
    Promise.resolve(new Response(status === 204 ? null : body, { status, headers }));
