import { RecordId } from '#shared/model/ids.ts';
import type { ServiceClock } from './service-clock.ts';

const PATH = '/public/v1/accounts/accounts';

/** A Marketplace Account as the service answers it. */
export type AccountBody = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly revision: number;
};

/** A colleague who works on the Marketplace Accounts of a service over HTTP, without this app. */
export class AccountClient {
  constructor(
    readonly address: string,
    readonly token: string,
    readonly clock?: ServiceClock,
  ) {}

  async get(id: RecordId): Promise<AccountBody> {
    return (await this.#send('GET', `/${id}`)) as AccountBody;
  }

  /** The first account of a type and a status. */
  async find(type: string, status: string): Promise<RecordId> {
    const filter = `type=${type}&status=${status}`;
    const { data } = (await this.#send('GET', `?${filter}&limit=1&order=id`)) as { data: AccountBody[] };
    return RecordId.parse(data[0]?.id);
  }

  /** Edits an account as it is now. */
  async put(id: RecordId, changes: unknown): Promise<void> {
    await this.#send('PUT', `/${id}`, changes);
  }

  /** Takes the status of an account one step. */
  async act(id: RecordId, action: string): Promise<void> {
    await this.#send('POST', `/${id}/${action}`);
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    this.clock?.pass(5000);
    const response = await fetch(`${this.address}${PATH}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${String(response.status)}.`);
    return response.json();
  }
}
