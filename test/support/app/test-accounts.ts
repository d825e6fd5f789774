import type { RecordId } from '#shared/model/ids.ts';
import type { Account } from '../../../src/service/marketplace-accounts/account.ts';
import { TOKEN, type TestService } from './test-service.ts';

const ACCOUNTS = '/public/v1/accounts/accounts';

/** The Marketplace Accounts of a service, and a colleague who works on them over HTTP. */
export class TestAccounts {
  constructor(readonly service: TestService) {}

  async list(): Promise<readonly Account[]> {
    const { data } = (await this.#ask('GET', '?limit=100&select=%2Baudit,%2Bgroups')) as { data: Account[] };
    return data;
  }

  /** The first account that is as a test needs it. */
  async find(fits: (account: Account) => boolean): Promise<Account> {
    const found = (await this.list()).find(fits);
    if (!found) throw new Error('The sample has no such account.');
    return found;
  }

  /** An account as the service has it now. */
  async get(id: string): Promise<Account> {
    return (await this.#ask('GET', `/${id}`)) as Account;
  }

  /** Lets the colleague change attributes of an account as it is now. */
  async edit(id: string, changes: Partial<Account>): Promise<void> {
    this.service.passTime(3000);
    await this.#ask('PUT', `/${id}`, { id, ...changes });
    this.service.passTime(3000);
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.service.address}${ACCOUNTS}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${String(response.status)}.`);
    return response.json();
  }
}

/** The id of an account as the app has it. */
export const idOf = ({ id }: Account): RecordId => id as RecordId;
