import { onTestFinished } from 'vitest';
import { MODES } from '../../../src/service/mode.ts';
import type { ModeName } from '../../../src/service/mode.ts';
import { LiveResource } from '../../../src/service/key-accounts/wire.ts';
import { startService } from '../../../src/service/start-service.ts';
import type { ServiceOptions } from '../../../src/service/start-service.ts';
import { ServiceClock } from '../../support/service-clock.ts';

/** The sign-in token of the tests' own team. */
export const TOKEN = 'our-token';

/** The media type of the contract. */
export const JSON_API = 'application/vnd.api+json';

/** The path of the list. */
export const LIST = '/api/v2/user/key_accounts';

/** The names of both modes, to run a test in each. */
export const MODES_TO_TEST = Object.keys(MODES) as ModeName[];

/** An answer with its body read. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

type Attributes = Readonly<Record<string, unknown>>;
type Headed = Readonly<Record<string, string>>;

/** Talks to a service over HTTP as one signed-in colleague. */
export class ServiceClient {
  constructor(
    readonly address: string,
    readonly token = TOKEN,
  ) {}

  /** Sends anything; a body that is text goes out as it is. */
  async send(
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Headed } = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': JSON_API }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  }

  list(query = '', headers: Headed = {}): Promise<Answer> {
    return this.send('GET', `${LIST}${query}`, { headers });
  }

  get(id: string, headers: Headed = {}): Promise<Answer> {
    return this.send('GET', `${LIST}/${id}`, { headers });
  }

  post(attributes: Attributes, { id, key }: { id?: string; key?: string } = {}): Promise<Answer> {
    const data = { ...(id !== undefined && { id }), type: 'key_accounts', attributes };
    return this.send('POST', LIST, {
      body: { data },
      ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
    });
  }

  put(id: string, attributes: Attributes, method = 'PUT'): Promise<Answer> {
    return this.send(method, `${LIST}/${id}`, { body: { data: { id, type: 'key_accounts', attributes } } });
  }

  remove(id: string): Promise<Answer> {
    return this.send('DELETE', `${LIST}/${id}`);
  }

  /** Makes a record and answers it; fails the test when the service does not. */
  async make(attributes: Attributes = {}, id?: string): Promise<LiveResource> {
    return resourceOf(await this.post(attributes, { ...(id !== undefined && { id }) }));
  }
}

/** Reads the one record of an answer. */
export const resourceOf = (answer: Answer): LiveResource =>
  LiveResource.parse((answer.body as { data: unknown }).data);

/** Reads the version token of the one record of an answer. */
export const tokenOf = (answer: Answer): string => resourceOf(answer).attributes.updated_in_db_at;

/** The rows of a list answer. */
export const rowsOf = (answer: Answer): readonly { readonly id: string }[] =>
  (answer.body as { data: { id: string }[] }).data;

/** The delta cursor of a list or delta answer. */
export const cursorOf = (answer: Answer): string =>
  (answer.body as { meta: { sync: { cursor: string } } }).meta.sync.cursor;

/** A service that ends with the test, its clock, and a colleague who is signed in. */
export type Started = {
  readonly address: string;
  readonly clock: ServiceClock;
  readonly client: ServiceClient;
  /** Somebody who signs in with another token. */
  readonly as: (token: string) => ServiceClient;
};

/** Starts a service whose clock only the test moves. */
export async function start(options: Partial<ServiceOptions> = {}): Promise<Started> {
  const clock = new ServiceClock();
  const service = await startService({ tokens: [TOKEN], clock, ...options });
  onTestFinished(() => service.close());
  const { address } = service;
  return {
    address,
    clock,
    client: new ServiceClient(address),
    as: (token) => new ServiceClient(address, token),
  };
}

/** The first error of a JSON:API error document. */
export function errorOf(answer: Answer): Readonly<Record<string, unknown>> {
  const { errors } = answer.body as { errors: Readonly<Record<string, unknown>>[] };
  const [error] = errors;
  if (!error) throw new Error('The answer carries no error.');
  return error;
}
