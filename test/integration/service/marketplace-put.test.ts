import { expect, test } from 'vitest';
import { accountOf, problemOf, startMarketplace } from './marketplace-client.ts';

test('writes what was sent, leaves the rest, and says when and by whom', async () => {
  const { marketplace } = await startMarketplace();
  const before = await marketplace.find(({ website }) => website !== null);
  const sent = { name: 'Σtark', description: null, serviceLevel: 'Platinum Plus', externalId: 'WW-2' };
  const answer = await marketplace.put(before.id, sent);
  const revision = before.revision + 1;
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, `"${String(revision)}"`]);
  const { audit, ...after } = accountOf(answer);
  const { audit: earlier, ...rest } = before;
  expect(after).toEqual({ ...rest, ...sent, revision });
  const by = { id: expect.stringMatching(/^USR-\d{4}-\d{4}$/) as string, name: 'Team home' };
  expect(audit).toEqual({ ...earlier, updated: { at: '2030-01-07T08:00:00.000Z', by } });
  expect((await marketplace.get(before.id)).body).toEqual(answer.body);
});

test.each(['description', 'externalId', 'serviceLevel', 'icon', 'logo', 'website', 'technicalSupportEmail'])(
  '%s can be written and emptied',
  async (name) => {
    const { marketplace } = await startMarketplace({ accounts: 1 });
    const { id } = await marketplace.find(() => true);
    expect((await marketplace.put(id, { [name]: 'Ω' })).body).toMatchObject({ [name]: 'Ω' });
    expect((await marketplace.put(id, { [name]: null })).body).toMatchObject({ [name]: null });
  },
);

test('an address is written part by part, and emptied as a whole', async () => {
  const { marketplace } = await startMarketplace();
  const { id, address } = await marketplace.find((one) => one.address.city !== null);
  const moved = accountOf(await marketplace.put(id, { address: { city: '東京', state: null } }));
  expect(moved.address).toEqual({ ...address, city: '東京', state: null });
  const emptied = accountOf(await marketplace.put(id, { address: null }));
  expect(Object.values(emptied.address)).toEqual(Array(6).fill(null));
});

test('a PUT that changes nothing keeps the revision, what the service alone decides notwithstanding', async () => {
  const { marketplace } = await startMarketplace();
  const before = await marketplace.find(({ type, status }) => type === 'Client' && status === 'Enabled');
  const sent = {
    ...before,
    ...{ href: '/elsewhere', revision: 99, status: 'Active', externalName: 'Other', groups: [], audit: null },
    address: { ...before.address, planet: 'Mars' },
    colour: 'red',
  };
  const answer = await marketplace.put(before.id, sent);
  expect([answer.status, answer.body]).toEqual([200, before]);
  expect((await marketplace.put(before.id, {})).body).toEqual(before);
});

test.each([
  ['another id', { id: 'ACC-0000-0000' }, '/id'],
  ['another type', { type: 'Operations' }, '/type'],
  ['no name', { name: null }, '/name'],
  ['a blank name', { name: ' \t' }, '/name'],
  ['a name that is no text', { name: 5 }, '/name'],
  ['a name nobody types', { name: 'x'.repeat(10_001) }, '/name'],
  ['a website that is no text', { website: { href: 'x' } }, '/website'],
  ['an address that is no object', { address: 'Main Street' }, '/address'],
  ['a city that is no text', { address: { city: 5 } }, '/address/city'],
])('refuses %s and changes nothing', async (_case, sent, pointer) => {
  const { marketplace } = await startMarketplace();
  const before = await marketplace.find(({ type }) => type === 'Client');
  const answer = await marketplace.put(before.id, { description: 'with it', ...sent });
  expect(answer.status).toBe(400);
  expect(problemOf(answer)['errors']).toMatchObject([{ pointer }]);
  expect((await marketplace.get(before.id)).body).toEqual(before);
});

test('names all malformed attributes at once', async () => {
  const { marketplace } = await startMarketplace({ accounts: 1 });
  const { id } = await marketplace.find(() => true);
  const answer = await marketplace.put(id, { name: 5, logo: false });
  expect(problemOf(answer)['errors']).toMatchObject([{ pointer: '/name' }, { pointer: '/logo' }]);
});

test('a write from a version that is no longer there is refused with the account as it is', async () => {
  const { marketplace } = await startMarketplace();
  const { id, revision } = await marketplace.find(() => true);
  await marketplace.put(id, { name: 'Theirs' });
  const answer = await marketplace.put(id, { name: 'Mine' }, { 'if-match': `"${String(revision)}"` });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([412, 'application/problem+json']);
  const current = await marketplace.get(id);
  expect(current.body).toMatchObject({ name: 'Theirs', revision: revision + 1 });
  expect(problemOf(answer)).toMatchObject({
    type: 'tag:key-accounts.example,2026:problem/stale_revision',
    status: 412,
    errors: [{ header: 'If-Match' }],
    current: current.body,
  });
});

test.each([
  ['the tag of the version', (tag: string) => tag, 200],
  ['one of several tags', (tag: string) => `"0", ${tag}`, 200],
  ['any version', () => '*', 200],
  ['a weak tag', (tag: string) => `W/${tag}`, 412],
  ['a tag without its marks', (tag: string) => tag.replaceAll('"', ''), 412],
  ['the tag of a version to come', () => '"1000"', 412],
])('a write that names %s', async (_case, header, status) => {
  const { marketplace } = await startMarketplace();
  const { id, revision } = await marketplace.find(() => true);
  const answer = await marketplace.put(id, { name: 'Mine' }, { 'if-match': header(`"${String(revision)}"`) });
  expect(answer.status).toBe(status);
  expect(accountOf(await marketplace.get(id)).name === 'Mine').toBe(status === 200);
});

test('without If-Match the last write wins', async () => {
  const { marketplace } = await startMarketplace();
  const { id, revision } = await marketplace.find(() => true);
  await marketplace.put(id, { name: 'Theirs', description: 'theirs' });
  const answer = await marketplace.put(id, { name: 'Mine' });
  expect(answer.body).toMatchObject({ name: 'Mine', description: 'theirs', revision: revision + 2 });
});
