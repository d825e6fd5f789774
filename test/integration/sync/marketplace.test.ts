import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import { readResourceState } from '../../../src/main/database/sync-state.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { readAccountFacts } from '../../../src/main/records/account-facts.ts';
import { AccountClient } from '../../support/account-client.ts';
import { newOperation } from '../../support/audit/person.ts';
import type { Device } from '../../support/device.ts';
import { FaultyLine, after, answered, lostAnswer, lostRequest } from '../../support/faults.ts';
import { startWorld } from '../../support/world.ts';

type Market = {
  readonly laptop: Device;
  readonly line: FaultyLine;
  readonly colleague: AccountClient;
  readonly client: RecordId;
};

/** A laptop that has all accounts, and one of them that can be activated. */
async function syncedMarket({ accounts = 250 } = {}): Promise<Market> {
  const world = await startWorld({ records: 0, accounts });
  const colleague = new AccountClient(world.address, world.colleague.token, world.clock);
  const line = new FaultyLine();
  const laptop = world.device(line.transport, undefined, marketplaceAccounts);
  expect(await laptop.round()).toMatchObject({ failure: undefined, isWhole: true, got: accounts });
  return { laptop, line, colleague, client: await colleague.find('Client', 'Enabled') };
}

/** The requests that changed something, by method and path. */
const writes = ({ line }: Market): string[] =>
  line.seen
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url }) => `${method} ${new URL(url).pathname.replace(/^.*\/accounts\//u, '')}`);

test('every account comes with its address, groups and history; a round with nothing new writes nothing', async () => {
  const { laptop, colleague, client, line } = await syncedMarket();
  const told = await colleague.get(client);
  expect(laptop.ids()).toHaveLength(250);
  expect(laptop.record(client)).toMatchObject({
    state: 'clean',
    values: { name: told['name'], status: 'Enabled', type: 'Client' },
    storedAt: String(told.revision),
  });
  const { city } = told['address'] as { city: string };
  expect(laptop.record(client).values['city']).toBe(city);
  const facts = readAccountFacts(laptop.db, client);
  expect(facts?.groups.map(({ id }) => id)).toEqual((told['groups'] as { id: string }[]).map(({ id }) => id));
  expect(facts?.audit.map(({ kind }) => kind)).toContain('created');
  const changes = laptop.db.all('SELECT * FROM records');
  const before = line.seen.length;
  expect(await laptop.round()).toMatchObject({ got: 0, failure: undefined, isWhole: true });
  expect(line.seen.length - before).toBe(3);
  expect(laptop.db.all('SELECT * FROM records')).toEqual(changes);
});

test('an edit made offline is sent under the revision that it was made over, the address line by line', async () => {
  const market = await syncedMarket();
  const { laptop, colleague, client, line } = market;
  laptop.edit(client, 'city', 'Graz');
  laptop.edit(client, 'website', null);
  laptop.restart();
  expect(laptop.record(client).state).toBe('dirty');
  await laptop.round('edit');
  expect(laptop.record(client).state).toBe('clean');
  expect(line.sent('PUT')).toEqual([{ id: client, website: null, address: { city: 'Graz' } }]);
  expect(await colleague.get(client)).toMatchObject({ website: null, address: { city: 'Graz' } });
});

test('a colleague’s edit of another field is merged, one of the same field is asked about and never gone over', async () => {
  const { laptop, colleague, client, line } = await syncedMarket();
  laptop.edit(client, 'name', 'Mine');
  await colleague.put(client, { description: 'Theirs' });
  await laptop.round();
  expect(await colleague.get(client)).toMatchObject({ name: 'Mine', description: 'Theirs' });
  laptop.edit(client, 'name', 'Mine again');
  line.next(
    'PUT',
    after(() => colleague.put(client, { name: 'Theirs' })),
  );
  await laptop.round();
  expect(laptop.record(client)).toMatchObject({ state: 'conflict', openDecisions: ['name'] });
  expect(await colleague.get(client)).toMatchObject({ name: 'Theirs' });
  laptop.choose(client, 'name', { side: 'yours' });
  expect(laptop.save(client).ok).toBe(true);
  await laptop.round();
  expect(laptop.record(client).state).toBe('clean');
  expect(await colleague.get(client)).toMatchObject({ name: 'Mine again', description: 'Theirs' });
});

test('a service that does not look at the revision is asked first, so that nothing unseen is gone over', async () => {
  const world = await startWorld({ records: 0, accounts: 5 });
  const colleague = new AccountClient(world.address, world.colleague.token, world.clock);
  const laptop = world.device(
    (url, request) => {
      const { 'if-match': _revision, ...headers } = request.headers;
      return fetch(url, { ...request, headers });
    },
    undefined,
    marketplaceAccounts,
  );
  await laptop.round();
  const id = await colleague.find('Client', 'Enabled');
  laptop.edit(id, 'name', 'Mine');
  await colleague.put(id, { name: 'Theirs' });
  await laptop.round('edit');
  expect(laptop.record(id)).toMatchObject({ state: 'conflict', openDecisions: ['name'] });
  expect(await colleague.get(id)).toMatchObject({ name: 'Theirs' });
});

describe('the status', () => {
  test('goes the step that was taken offline, after the attribute that the step needs', async () => {
    const market = await syncedMarket();
    const { laptop, colleague, client } = market;
    laptop.edit(client, 'externalId', 'EXT-1');
    laptop.edit(client, 'status', 'Active');
    await laptop.round('edit');
    expect(laptop.record(client).state).toBe('dirty');
    await laptop.round('edit');
    expect(laptop.record(client).state).toBe('clean');
    expect(writes(market)).toEqual([`PUT ${client}`, `POST ${client}/activate`]);
    expect(await colleague.get(client)).toMatchObject({ status: 'Active', externalId: 'EXT-1' });
  });

  test('goes back to what it was before, as only the service knows', async () => {
    const { laptop, colleague } = await syncedMarket();
    const vendor = await colleague.find('Vendor', 'Active');
    laptop.edit(vendor, 'status', 'Disabled');
    await laptop.round('edit');
    expect(await colleague.get(vendor)).toMatchObject({ status: 'Disabled' });
    laptop.edit(vendor, 'status', 'Enabled');
    await laptop.round('edit');
    expect(laptop.record(vendor)).toMatchObject({ state: 'clean', values: { status: 'Active' } });
  });

  test('that a colleague changed meanwhile is asked about', async () => {
    const { laptop, colleague, client } = await syncedMarket();
    laptop.edit(client, 'externalId', 'EXT-2');
    laptop.edit(client, 'status', 'Active');
    await colleague.act(client, 'disable');
    await laptop.round();
    expect(laptop.record(client)).toMatchObject({ state: 'conflict', openDecisions: ['status'] });
    laptop.choose(client, 'status', { side: 'yours' });
    laptop.save(client);
    for (let round = 0; round < 4; round += 1) await laptop.round();
    expect(laptop.record(client).state).toBe('clean');
    expect(await colleague.get(client)).toMatchObject({ status: 'Active', externalId: 'EXT-2' });
  });

  test('that no step leads to needs attention, with the service’s sentence', async () => {
    const { laptop, colleague } = await syncedMarket();
    const operations = await colleague.find('Operations', 'Enabled');
    laptop.edit(operations, 'status', 'Disabled');
    await laptop.round('edit');
    expect(laptop.record(operations)).toMatchObject({
      state: 'needs-attention',
      attention: { sentence: 'An account of the type Operations cannot be disabled.' },
    });
  });

  test('whose step was done without an answer is found out, and the step is not taken twice', async () => {
    const market = await syncedMarket();
    const { laptop, line, colleague } = market;
    const vendor = await colleague.find('Vendor', 'Active');
    laptop.edit(vendor, 'status', 'Disabled');
    line.next('POST', lostAnswer);
    await laptop.round('edit');
    expect(laptop.record(vendor).state).toBe('unknown');
    laptop.restart();
    await laptop.round();
    expect(laptop.record(vendor)).toMatchObject({ state: 'clean', values: { status: 'Disabled' } });
    expect(writes(market)).toEqual([`POST ${vendor}/disable`]);
  });
});

test('a name that is emptied needs attention, at its field', async () => {
  const { laptop, client } = await syncedMarket();
  laptop.edit(client, 'name', null);
  await laptop.round('edit');
  expect(laptop.record(client)).toMatchObject({
    state: 'needs-attention',
    attention: { field: 'name', sentence: 'An account has to have a name.' },
  });
});

test('what only the service changes cannot be edited here', async () => {
  const { laptop, client } = await syncedMarket();
  const edit = { operation: newOperation(), id: client, field: 'type', value: 'Vendor', seen: 'Client' };
  expect(editRecord(laptop.db, marketplaceAccounts, { edit, at: '2026-11-22T10:00:00.000Z' })).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input' },
  });
});

const html = { 'content-type': 'text/html' };
test.each([
  ['an unknown path', answered(404, 'Not here', { 'content-type': 'text/plain' })],
  ['a page for every path', answered(200, '<title>Home</title>', html)],
  ['another sign-in', answered(401, '', { 'www-authenticate': 'Bearer' })],
  [
    'no',
    answered(403, JSON.stringify({ status: 403, detail: 'No.' }), { 'content-type': 'application/json' }),
  ],
  [
    'a redirect',
    () => Promise.reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') })),
  ],
])(
  'a service without accounts that answers %s is no failure, until something of them is here',
  async (_name, missing) => {
    const world = await startWorld({ accounts: 30 });
    const line = new FaultyLine();
    const laptop = world.device(line.transport, undefined, marketplaceAccounts);
    line.next('GET', missing);
    expect(await laptop.round()).toMatchObject({ failure: undefined, isWhole: true, got: 0 });
    expect(readResourceState(laptop.db, marketplaceAccounts, 'is_offered')).toBe(false);
    expect(await laptop.round()).toMatchObject({ failure: undefined, got: 30 });
    expect(readResourceState(laptop.db, marketplaceAccounts, 'is_offered')).toBe(true);
    line.next('GET', missing);
    expect((await laptop.round()).failure).toBeDefined();
  },
);

test('a service that is in trouble, or away, may have accounts', async () => {
  const world = await startWorld({ accounts: 30 });
  const line = new FaultyLine();
  const laptop = world.device(line.transport, undefined, marketplaceAccounts);
  line.next('GET', answered(502, ''));
  expect(await laptop.round()).toMatchObject({ failure: { kind: 'trouble' } });
  line.next('GET', lostRequest);
  expect(await laptop.round()).toMatchObject({ failure: { kind: 'unreachable' } });
  expect(readResourceState(laptop.db, marketplaceAccounts, 'is_offered')).toBeUndefined();
});

test('a status is kept as the service has it, and is only edited to one that a step makes', async () => {
  const world = await startWorld({ records: 0, accounts: 30 });
  const colleague = new AccountClient(world.address, world.colleague.token, world.clock);
  const line = new FaultyLine();
  const laptop = world.device(line.transport, undefined, marketplaceAccounts);
  const id = await colleague.find('Client', 'Enabled');
  // A service that has a status more than is known here.
  line.next('GET', async (url, request, real) => {
    const text = await (await real(url, request)).text();
    const list = JSON.parse(text) as { data: { id: string; status: string }[] };
    for (const account of list.data) if (account.id === id) account.status = 'Suspended';
    return new Response(JSON.stringify(list), { headers: { 'content-type': 'application/json' } });
  });
  await laptop.round();
  expect(laptop.record(id).values['status']).toBe('Suspended');
  const edit = { operation: newOperation(), id, field: 'status', value: 'Fine', seen: 'Suspended' };
  expect(editRecord(laptop.db, marketplaceAccounts, { edit, at: '2026-11-22T10:00:00.000Z' }).ok).toBe(false);
});
