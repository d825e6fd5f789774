import { expect, test } from 'vitest';
import type { Account } from '../../../src/service/marketplace-accounts/account.ts';
import { ACCOUNTS, accountOf, idsOf, pageOf, problemOf, startMarketplace } from './marketplace-client.ts';

const byCode = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const sorted = (accounts: readonly Account[], key: (account: Account) => string): string[] =>
  [...accounts].sort((a, b) => byCode(key(a), key(b)) || byCode(a.id, b.id)).map(({ id }) => id);

test('answers 25 accounts by their ids unless asked otherwise, and says how many there are', async () => {
  const { marketplace } = await startMarketplace();
  const answer = await marketplace.list();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ]);
  expect(pageOf(answer).$meta.pagination).toEqual({ offset: 0, limit: 25, total: 90 });
  expect(idsOf(answer)).toHaveLength(25);
  expect(idsOf(answer)).toEqual([...idsOf(answer)].sort());
});

test('answers every account once over all pages', async () => {
  const { marketplace } = await startMarketplace();
  const offsets = ['0', '40', '80'];
  const pages = await Promise.all(
    offsets.map((offset) => marketplace.list(`?limit=40&order=name&offset=${offset}`)),
  );
  expect(pages.map((page) => pageOf(page).data.length)).toEqual([40, 40, 10]);
  expect(new Set(pages.flatMap(idsOf)).size).toBe(90);
});

test('gives 100 accounts a page at most, and says so', async () => {
  const { marketplace } = await startMarketplace({ accounts: 120 });
  const { $meta, data } = pageOf(await marketplace.list('?limit=500'));
  expect([$meta.pagination, data.length]).toEqual([{ offset: 0, limit: 100, total: 120 }, 100]);
});

test('counts only when the limit is 0', async () => {
  const { marketplace } = await startMarketplace();
  const clients = (await marketplace.all()).filter(({ type }) => type === 'Client').length;
  expect((await marketplace.list('?limit=0&eq(type,Client)')).body).toEqual({
    $meta: { pagination: { offset: 0, limit: 0, total: clients }, omitted: ['audit', 'groups'] },
    data: [],
  });
  expect(clients).toBeGreaterThan(0);
});

test('answers an empty page beyond the last account', async () => {
  const { marketplace } = await startMarketplace();
  const { $meta, data } = pageOf(await marketplace.list('?offset=90'));
  expect([$meta.pagination.total, data]).toEqual([90, []]);
});

test.each([
  ['', ['audit', 'groups']],
  ['?select=audit', ['groups']],
  ['?select=+groups', ['audit']],
  ['?select=+audit,+groups', []],
  ['?select=%2Baudit,groups', []],
])('"%s" leaves out what was not selected and says what that is', async (query, omitted) => {
  const { marketplace } = await startMarketplace();
  const { $meta, data } = pageOf(await marketplace.list(query));
  expect($meta.omitted).toEqual(omitted);
  for (const account of data) {
    const missing = ['audit', 'groups', 'address', 'name', 'revision'].filter((part) => !(part in account));
    expect(missing).toEqual(omitted);
  }
});

test('a list with everything selected and the address of an account say the same of it', async () => {
  const { marketplace } = await startMarketplace();
  const [first] = await marketplace.all();
  expect(accountOf(await marketplace.get(first?.id ?? ''))).toEqual(first);
});

test.each([
  ['name', (account: Account) => account.name, false],
  ['+name', (account: Account) => account.name, false],
  ['-audit.updated.at', (account: Account) => account.audit.updated.at, true],
  ['address.city', (account: Account) => account.address.city ?? '', false],
])('orders by %s, and by id where that is alike', async (order, key, descends) => {
  const { marketplace } = await startMarketplace();
  const ids = idsOf(await marketplace.list(`?limit=100&order=${order}`));
  const ascending = sorted(await marketplace.all(), key);
  expect(ids).toEqual(descends ? ascending.reverse() : ascending);
  expect(ids).not.toEqual([...ids].sort());
});

test('orders by several fields', async () => {
  const { marketplace } = await startMarketplace();
  const answer = await marketplace.list('?limit=100&order=type,-revision');
  const keys = pageOf(answer).data.map(({ type, revision }) => `${type} ${String(9 - revision)}`);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(keys).size).toBeGreaterThan(10);
});

test.each([
  ['limit=-1', 'limit', /whole number/],
  ['limit=ten', 'limit', /whole number/],
  ['limit=', 'limit', /whole number/],
  ['limit=1.5', 'limit', /whole number/],
  ['limit=1&limit=2', 'limit', /string/],
  ['offset=-3', 'offset', /whole number/],
  ['offset=9999999999', 'offset', /whole number/],
  ['order=colour', 'order', /order/],
  ['order=name,,id', 'order', /order/],
  ['order=--name', 'order', /order/],
  ['order=id,id,id,id,id,id', 'order', /5 fields/],
  ['select=colour', 'select', /audit and groups/],
  ['select=-audit', 'select', /audit and groups/],
])('refuses "%s" with a sentence about it', async (query, parameter, sentence) => {
  const { marketplace } = await startMarketplace({ accounts: 1 });
  const answer = await marketplace.list(`?${query}`);
  expect(answer.status).toBe(400);
  expect(problemOf(answer)['errors']).toEqual([
    { parameter, detail: expect.stringMatching(sentence) as unknown },
  ]);
});

test('the delta that the app asks for has what was updated since, oldest first', async () => {
  const { marketplace, clock } = await startMarketplace();
  const [newest] = pageOf(await marketplace.list('?limit=1&select=audit&order=-audit.updated.at')).data;
  const since = newest?.audit?.updated.at ?? 'never';
  const [a = '', b = '', c = ''] = idsOf(await marketplace.list());
  // Within one millisecond of the clock, and after it was set back: an update is newer than those before it all the same.
  await marketplace.put(b, { description: 'first' });
  await marketplace.put(a, { description: 'second' });
  clock.pass(-86_400_000);
  await marketplace.put(c, { description: 'third' });
  const delta = await marketplace.list(
    `?select=audit&ge(audit.updated.at,"${since}")&order=audit.updated.at`,
  );
  expect(idsOf(delta)).toEqual([newest?.id, b, a, c]);
  const times = pageOf(delta).data.map(({ audit }) => audit?.updated.at ?? '');
  expect(times.slice(1)).toEqual([
    '2030-01-07T08:00:00.000Z',
    '2030-01-07T08:00:00.001Z',
    '2030-01-07T08:00:00.002Z',
  ]);
});

test('a client that has the page already is not sent it again', async () => {
  const { marketplace } = await startMarketplace();
  const tag = (await marketplace.list()).headers.get('etag') ?? '';
  expect((await marketplace.list('', { 'if-none-match': tag })).status).toBe(304);
  const [first] = idsOf(await marketplace.list());
  await marketplace.put(first ?? '', { name: 'Other' });
  expect((await marketplace.list('', { 'if-none-match': tag })).status).toBe(200);
});

test('an account is answered bare, under the tag of its revision', async () => {
  const { marketplace } = await startMarketplace();
  const { id, revision } = await marketplace.find(({ revision }) => revision > 1);
  const answer = await marketplace.get(id);
  const tag = `"${String(revision)}"`;
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, tag]);
  expect(accountOf(answer)).toMatchObject({ id, href: `/v1/accounts/accounts/${id}` });
  for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*'])
    expect((await marketplace.get(id, { 'if-none-match': known })).status).toBe(304);
  expect((await marketplace.get(id, { 'if-none-match': '"0"' })).status).toBe(200);
});

test('both modes of the service answer alike', async () => {
  const answers = await Promise.all(
    (['modern', 'origin'] as const).map(async (mode) => {
      const { client } = await startMarketplace({ mode });
      return (await client.send('GET', `${ACCOUNTS}?limit=100&select=audit,groups`)).body;
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
});
