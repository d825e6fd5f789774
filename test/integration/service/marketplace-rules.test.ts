import { expect, test } from 'vitest';
import { ProblemDocument } from '../../../src/service/http/problem-document.ts';
import { TOKEN } from './service-client.ts';
import { ACCOUNTS, MarketplaceClient, problemOf, startMarketplace } from './marketplace-client.ts';

test.each([
  ['no token', {}],
  ['another token', { authorization: 'Bearer wrong' }],
  ['another scheme', { authorization: `Basic ${TOKEN}` }],
])('every request is refused with %s', async (_case, headers) => {
  const { address, marketplace } = await startMarketplace({ accounts: 3 });
  const { id } = await marketplace.find(() => true);
  for (const [method, path] of [
    ['GET', ''],
    ['GET', `/${id}`],
    ['PUT', `/${id}`],
    ['POST', `/${id}/disable`],
  ] as const) {
    const response = await fetch(`${address}${ACCOUNTS}${path}`, { method, headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 401, title: 'Not signed in' });
  }
});

test('the accounts of another team are not in the list, and neither read nor written', async () => {
  const { as, marketplace } = await startMarketplace({ tokens: [TOKEN, 'south:their-token'] });
  const before = await marketplace.find(({ type }) => type === 'Vendor');
  const south = new MarketplaceClient(as('their-token'));
  expect(await south.all()).toEqual([]);
  const answers = [
    await south.get(before.id),
    await south.put(before.id, { name: 'Ours now' }),
    await south.put(before.id, { name: 'Ours now' }, { 'if-match': '"0"' }),
    await south.act(before.id, 'disable'),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toContain(before.name);
  }
  expect((await marketplace.get(before.id)).body).toEqual(before);
});

test('a colleague of the same team has the same accounts', async () => {
  const { as, marketplace } = await startMarketplace({ tokens: [TOKEN, 'colleague'] });
  expect(await new MarketplaceClient(as('colleague')).all()).toEqual(await marketplace.all());
});

test('every refusal is a problem that names the request, without its query', async () => {
  const { client, marketplace } = await startMarketplace({ accounts: 3 });
  const { id } = await marketplace.find(() => true);
  const json = { 'content-type': 'application/json' };
  const answers = [
    await marketplace.get('ACC-0000-0000'),
    await marketplace.put('ACC-0000-0000', { name: 'x' }),
    await marketplace.act('ACC-0000-0000', 'disable'),
    await marketplace.act(id, 'delete'),
    await client.send('DELETE', `${ACCOUNTS}/${id}`),
    await client.send('POST', ACCOUNTS, { body: { name: 'x' }, headers: json }),
    await marketplace.get('%zz'),
    await marketplace.get('x'.repeat(500)),
    await marketplace.list('?eq(name,Stark'),
    await marketplace.list('', { accept: 'text/html' }),
    await marketplace.put(id, '{'),
    await marketplace.put(id, '{}', { 'content-type': 'application/vnd.api+json' }),
    await marketplace.put(id, { name: 'x'.repeat(1_100_000) }),
    await client.send('PUT', `${ACCOUNTS}/${id}`),
  ];
  const statuses = answers.map(({ status }) => status);
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 400, 414, 400, 406, 400, 415, 413, 400]);
  for (const { status, headers, body } of answers) {
    const problem = ProblemDocument.parse(body);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problem).toMatchObject({ status, traceId: headers.get('x-request-id') });
    expect(problem.type).toMatch(/^tag:key-accounts\.example,2026:problem\/[a-z_]+$/);
    expect(problem.instance).toMatch(/^\/public\/v1\/accounts\/accounts[^?]*$/);
    expect(Object.keys(problem)).not.toContain('stack');
  }
});

test('the other resource keeps speaking JSON:API', async () => {
  const { client } = await startMarketplace({ accounts: 1 });
  const answer = await client.send('GET', '/api/v2/accounts/accounts');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/vnd.api+json']);
  expect(problemOf(answer)).toHaveProperty('errors');
});

test('the log tells of the route and nothing that a person wrote', async () => {
  const lines: string[] = [];
  const { marketplace } = await startMarketplace({ log: { write: (line) => lines.push(line) } });
  const { id } = await marketplace.find(() => true);
  await marketplace.put(id, { name: 'Maryanna' });
  await marketplace.list('?name=Maryanna');
  await marketplace.list('?colour=Maryanna');
  expect(lines.map((line) => (JSON.parse(line) as { route: string }).route)).toEqual([
    ACCOUNTS,
    `${ACCOUNTS}/:id`,
    ACCOUNTS,
    ACCOUNTS,
  ]);
  expect(lines.join('')).not.toMatch(new RegExp(`Maryanna|${id}`));
});
