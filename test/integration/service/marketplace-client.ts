import { z } from 'zod';
import { Account } from '../../../src/service/marketplace-accounts/account.ts';
import { ListDocument } from '../../../src/service/marketplace-accounts/wire.ts';
import type { ServiceOptions } from '../../../src/service/start-service.ts';
import { start } from './service-client.ts';
import type { Answer, ServiceClient, Started } from './service-client.ts';

/** The path of the list of Marketplace Accounts. */
export const ACCOUNTS = '/public/v1/accounts/accounts';

type Headed = Readonly<Record<string, string>>;

/** Talks to the Marketplace Accounts of a service over HTTP as one signed-in colleague. */
export class MarketplaceClient {
  constructor(readonly client: ServiceClient) {}

  list(query = '', headers: Headed = {}): Promise<Answer> {
    return this.client.send('GET', `${ACCOUNTS}${query}`, { headers });
  }

  get(id: string, headers: Headed = {}): Promise<Answer> {
    return this.client.send('GET', `${ACCOUNTS}/${id}`, { headers });
  }

  put(id: string, body: unknown, headers: Headed = {}): Promise<Answer> {
    const sent = { 'content-type': 'application/json', ...headers };
    return this.client.send('PUT', `${ACCOUNTS}/${id}`, { body, headers: sent });
  }

  act(id: string, action: string, headers: Headed = {}): Promise<Answer> {
    return this.client.send('POST', `${ACCOUNTS}/${id}/${action}`, { headers });
  }

  /** The first hundred accounts, whole. */
  async all(): Promise<Account[]> {
    const answer = await this.list('?limit=100&select=audit,groups');
    return z.array(Account).parse(pageOf(answer).data);
  }

  /** An account that the service has; fails the test when it has none like that. */
  async find(fits: (account: Account) => boolean): Promise<Account> {
    const account = (await this.all()).find(fits);
    if (!account) throw new Error('The sample has no account like that.');
    return account;
  }
}

/** Reads the page of a list answer. */
export const pageOf = (answer: Answer): ListDocument => ListDocument.parse(answer.body);

/** The ids of a list answer, in its order. */
export const idsOf = (answer: Answer): string[] => pageOf(answer).data.map(({ id }) => id);

/** Reads the account of an answer. */
export const accountOf = (answer: Answer): Account => Account.parse(answer.body);

/** A problem as a test looks at it. */
export const problemOf = (answer: Answer): Readonly<Record<string, unknown>> =>
  answer.body as Readonly<Record<string, unknown>>;

/** Starts a service with ninety sample accounts, which fit on one page. */
export async function startMarketplace(
  options: Partial<ServiceOptions> = {},
): Promise<Started & { readonly marketplace: MarketplaceClient }> {
  const started = await start({ accounts: 90, seed: 7, ...options });
  return { ...started, marketplace: new MarketplaceClient(started.client) };
}
