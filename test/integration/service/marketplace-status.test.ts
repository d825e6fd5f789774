import { expect, test } from 'vitest';
import type { Account } from '../../../src/service/marketplace-accounts/account.ts';
import { accountOf, problemOf, startMarketplace } from './marketplace-client.ts';
import type { MarketplaceClient } from './marketplace-client.ts';

/** How the account of each row of the contract's table comes to be. */
const STATES = {
  'client, enabled': { like: 'Client Enabled WW', then: [] },
  'client, enabled, without externalId': { like: 'Client Enabled -', then: [] },
  'client, active': { like: 'Client Active WW', then: [] },
  'client, disabled when enabled': { like: 'Client Enabled WW', then: ['disable'] },
  'client, disabled when active': { like: 'Client Active WW', then: ['disable'] },
  vendor: { like: 'Vendor Active', then: [] },
  'vendor, disabled': { like: 'Vendor Active', then: ['disable'] },
  operations: { like: 'Operations Enabled', then: [] },
} as const;

const looks = ({ type, status, externalId }: Account): string =>
  `${type} ${status} ${externalId === null ? '-' : 'WW'}`;

async function bring(marketplace: MarketplaceClient, state: keyof typeof STATES): Promise<Account> {
  const { like, then } = STATES[state];
  let account = await marketplace.find((one) => looks(one).startsWith(like));
  for (const action of then) account = accountOf(await marketplace.act(account.id, action));
  return account;
}

const notOf = (type: string, done: string): string => `An account of the type ${type} cannot be ${done}.`;
const notFrom = (from: string, done: string, status: string): string =>
  `Only an account that is ${from} can be ${done}; this one is ${status}.`;

test.each<[keyof typeof STATES, string, string]>([
  ['client, enabled', 'activate', 'Active'],
  ['client, enabled', 'deactivate', notFrom('Active', 'deactivated', 'Enabled')],
  ['client, enabled', 'disable', 'Disabled'],
  ['client, enabled', 'enable', notFrom('Disabled', 'enabled', 'Enabled')],
  [
    'client, enabled, without externalId',
    'activate',
    'An account needs an externalId before it can be activated.',
  ],
  ['client, enabled, without externalId', 'deactivate', notFrom('Active', 'deactivated', 'Enabled')],
  ['client, enabled, without externalId', 'disable', 'Disabled'],
  ['client, enabled, without externalId', 'enable', notFrom('Disabled', 'enabled', 'Enabled')],
  ['client, active', 'activate', notFrom('Enabled', 'activated', 'Active')],
  ['client, active', 'deactivate', 'Enabled'],
  ['client, active', 'disable', 'Disabled'],
  ['client, active', 'enable', notFrom('Disabled', 'enabled', 'Active')],
  ['client, disabled when enabled', 'activate', notFrom('Enabled', 'activated', 'Disabled')],
  ['client, disabled when enabled', 'deactivate', notFrom('Active', 'deactivated', 'Disabled')],
  ['client, disabled when enabled', 'disable', notFrom('Active or Enabled', 'disabled', 'Disabled')],
  ['client, disabled when enabled', 'enable', 'Enabled'],
  ['client, disabled when active', 'activate', notFrom('Enabled', 'activated', 'Disabled')],
  ['client, disabled when active', 'deactivate', notFrom('Active', 'deactivated', 'Disabled')],
  ['client, disabled when active', 'disable', notFrom('Active or Enabled', 'disabled', 'Disabled')],
  ['client, disabled when active', 'enable', 'Active'],
  ['vendor', 'activate', notOf('Vendor', 'activated')],
  ['vendor', 'deactivate', notOf('Vendor', 'deactivated')],
  ['vendor', 'disable', 'Disabled'],
  ['vendor', 'enable', notFrom('Disabled', 'enabled', 'Active')],
  ['vendor, disabled', 'activate', notOf('Vendor', 'activated')],
  ['vendor, disabled', 'deactivate', notOf('Vendor', 'deactivated')],
  ['vendor, disabled', 'disable', notFrom('Active or Enabled', 'disabled', 'Disabled')],
  ['vendor, disabled', 'enable', 'Active'],
  ['operations', 'activate', notOf('Operations', 'activated')],
  ['operations', 'deactivate', notOf('Operations', 'deactivated')],
  ['operations', 'disable', notOf('Operations', 'disabled')],
  ['operations', 'enable', notFrom('Disabled', 'enabled', 'Enabled')],
])('%s: %s comes to "%s"', async (state, action, outcome) => {
  const { marketplace } = await startMarketplace();
  const before = await bring(marketplace, state);
  const answer = await marketplace.act(before.id, action);
  const after = accountOf(await marketplace.get(before.id));
  if (['Enabled', 'Active', 'Disabled'].includes(outcome)) {
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, `"${String(before.revision + 1)}"`]);
    expect(answer.body).toEqual(after);
    expect(after).toMatchObject({ status: outcome, revision: before.revision + 1 });
  } else {
    expect([answer.status, problemOf(answer)['detail']]).toEqual([400, outcome]);
    expect(after).toEqual(before);
  }
});

test.each<[keyof typeof STATES, string, 'activated' | 'disabled' | 'enabled' | undefined]>([
  ['client, enabled', 'activate', 'activated'],
  ['client, active', 'deactivate', undefined],
  ['vendor', 'disable', 'disabled'],
  ['vendor, disabled', 'enable', 'enabled'],
])('%s: %s is told by the audit, with when and by whom', async (state, action, told) => {
  const { marketplace, clock } = await startMarketplace();
  const before = await bring(marketplace, state);
  clock.pass(60_000);
  const { audit } = accountOf(await marketplace.act(before.id, action));
  const happening = {
    at: '2030-01-07T08:01:00.000Z',
    by: { id: expect.stringMatching(/^USR-\d{4}-\d{4}$/) as string, name: 'Team home' },
  };
  expect(audit).toEqual({ ...before.audit, updated: happening, ...(told && { [told]: happening }) });
});

test('disabling twice over remembers the state before the last time', async () => {
  const { marketplace } = await startMarketplace();
  const { id } = await bring(marketplace, 'client, active');
  const actions = ['disable', 'enable', 'deactivate', 'disable', 'enable'];
  const seen: string[] = [];
  for (const action of actions) seen.push(accountOf(await marketplace.act(id, action)).status);
  expect(seen).toEqual(['Disabled', 'Active', 'Enabled', 'Disabled', 'Enabled']);
});

test('a client may be activated once it has an externalId, blanks not counted', async () => {
  const { marketplace } = await startMarketplace();
  const { id } = await bring(marketplace, 'client, enabled, without externalId');
  await marketplace.put(id, { externalId: '  ' });
  expect((await marketplace.act(id, 'activate')).status).toBe(400);
  await marketplace.put(id, { externalId: 'WW-1001111' });
  expect(accountOf(await marketplace.act(id, 'activate')).status).toBe('Active');
});

test('a step from a version that is no longer there is refused with the account as it is', async () => {
  const { marketplace } = await startMarketplace();
  const { id, revision } = await bring(marketplace, 'client, active');
  await marketplace.put(id, { name: 'Other' });
  const seen = { 'if-match': `"${String(revision)}"` };
  const answer = await marketplace.act(id, 'deactivate', seen);
  expect([answer.status, problemOf(answer)['current']]).toEqual([412, (await marketplace.get(id)).body]);
  const current = { 'if-match': `"${String(revision + 1)}"` };
  expect((await marketplace.act(id, 'deactivate', current)).status).toBe(200);
});
