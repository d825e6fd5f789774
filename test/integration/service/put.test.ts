import { describe, expect, test } from 'vitest';
import { MODES_TO_TEST, errorOf, resourceOf, start, tokenOf } from './service-client.ts';
import type { Answer, ServiceClient, Started } from './service-client.ts';

const OLDER = '2020-01-01T00:00:00Z';
const NEWER = '2030-01-01T00:00:00.000Z';

type Situation = Started & { readonly id: string; readonly token: string };

/** A record that was written a while ago. */
async function situation(mode: (typeof MODES_TO_TEST)[number]): Promise<Situation> {
  const started = await start({ mode });
  const made = await started.client.make({ first_name: 'Maryanna', email: 'm.becker@example.com' });
  started.clock.pass(60_000);
  return { ...started, id: made.id, token: made.attributes.updated_in_db_at };
}

async function expectWritten(client: ServiceClient, answer: Answer, before: string): Promise<void> {
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty('errors');
  expect(tokenOf(answer)).not.toBe(before);
  expect(resourceOf(answer).attributes).toMatchObject({ first_name: 'Anna', email: 'm.becker@example.com' });
  expect((await client.get(resourceOf(answer).id)).body).toEqual(answer.body);
}

async function expectUntouched(client: ServiceClient, id: string, token: string): Promise<void> {
  const { first_name, updated_in_db_at } = resourceOf(await client.get(id)).attributes;
  expect({ first_name, updated_in_db_at }).toEqual({ first_name: 'Maryanna', updated_in_db_at: token });
}

describe.each(MODES_TO_TEST)('PUT in %s mode', (mode) => {
  test.each([
    ['true and the token is stale', { overwrite: true, updated_in_db_at: OLDER }],
    ['true and the token is from the future', { overwrite: true, updated_in_db_at: NEWER }],
    ['true and there is no token', { overwrite: true }],
    ['true and the token is null', { overwrite: true, updated_in_db_at: null }],
    ['true and the token is no timestamp', { overwrite: true, updated_in_db_at: 'yesterday' }],
    ['the text "true"', { overwrite: 'true' }],
  ])('writes when overwrite is %s', async (_case, terms) => {
    const { client, id, token } = await situation(mode);
    await expectWritten(client, await client.put(id, { first_name: 'Anna', ...terms }), token);
  });

  test.each([
    ['absent', {}],
    ['false', { overwrite: false }],
    ['null', { overwrite: null }],
    ['1', { overwrite: 1 }],
    ['the text "yes"', { overwrite: 'yes' }],
  ])('writes when the token is the stored one and overwrite is %s', async (_case, terms) => {
    const { client, id, token } = await situation(mode);
    const answer = await client.put(id, { first_name: 'Anna', updated_in_db_at: token, ...terms });
    await expectWritten(client, answer, token);
  });

  test('writes through the alias PATCH', async () => {
    const { client, id, token } = await situation(mode);
    const answer = await client.put(id, { first_name: 'Anna', updated_in_db_at: token }, 'PATCH');
    await expectWritten(client, answer, token);
  });

  test.each([
    ['older', OLDER],
    ['newer', NEWER],
  ])('refuses a token that is %s than the stored one', async (_case, sent) => {
    const { client, id, token } = await situation(mode);
    const answer = await client.put(id, { first_name: 'Anna', updated_in_db_at: sent });
    expect(answer.status).toBe(409);
    expect(answer.body).not.toHaveProperty('data');
    const sentence = `is not equal to the current value in the database (${token})`;
    expect(errorOf(answer)).toMatchObject({
      status: '409',
      title: sentence,
      detail: `Updated in db at ${sentence}`,
      source: { pointer: '/data/attributes/updated_in_db_at' },
      meta: { updated_in_db_at: token },
    });
    await expectUntouched(client, id, token);
  });

  test.each([['yesterday'], [''], ['2026-02-30T00:00:00Z'], [1_700_000_000], [true], [{}]])(
    'refuses %j as a token, which is no timestamp',
    async (sent) => {
      const { client, id, token } = await situation(mode);
      const answer = await client.put(id, { first_name: 'Anna', updated_in_db_at: sent });
      expect(answer.status).toBe(400);
      expect(errorOf(answer)).toMatchObject({ source: { pointer: '/data/attributes/updated_in_db_at' } });
      await expectUntouched(client, id, token);
    },
  );

  test.each([
    ['that repeats what is stored', { first_name: 'Maryanna' }],
    ['without any attribute', {}],
    ['with attributes the service does not know', { nickname: 'Mary' }],
  ])('answers 200 to a PUT %s and keeps the token', async (_case, attributes) => {
    const { client, id, token } = await situation(mode);
    const answer = await client.put(id, { ...attributes, updated_in_db_at: token });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual((await client.get(id)).body);
    expect(tokenOf(answer)).toBe(token);
  });

  test('keeps the token of a forced PUT that changes nothing', async () => {
    const { client, id, token } = await situation(mode);
    expect(tokenOf(await client.put(id, { first_name: 'Maryanna', overwrite: true }))).toBe(token);
  });

  test('leaves absent attributes alone and clears those that are null', async () => {
    const { client, id, token } = await situation(mode);
    const answer = await client.put(id, { email: null, updated_in_db_at: token });
    expect(resourceOf(answer).attributes).toMatchObject({ email: null, first_name: 'Maryanna' });
  });

  test('keeps the time of the edit as the client says it, to the second at least', async () => {
    const { client, id, token } = await situation(mode);
    const terms = { updated_at: '2026-11-01T08:30:00Z', updated_in_db_at: token };
    const answer = await client.put(id, { first_name: 'Anna', ...terms });
    expect(resourceOf(answer).attributes.updated_at).toBe('2026-11-01T08:30:00Z');
  });

  test('dates the edit itself when the client does not', async () => {
    const { client, clock, id, token } = await situation(mode);
    const answer = await client.put(id, { first_name: 'Anna', updated_in_db_at: token });
    expect(Date.parse(resourceOf(answer).attributes.updated_at)).toBe(clock.now());
  });

  test('does not know a record that never was', async () => {
    const { client, token } = await situation(mode);
    const answer = await client.put('0c8a3a40-31c4-4f70-9e0a-5a8f6b9b2f11', { updated_in_db_at: token });
    expect(answer.status).toBe(404);
  });

  test.each([
    ['type', { type: 'accounts' }],
    ['id', { id: '0c8a3a40-31c4-4f70-9e0a-5a8f6b9b2f11' }],
  ])('refuses a body whose %s does not match the URL', async (member, difference) => {
    const { client, id, token } = await situation(mode);
    const attributes = { first_name: 'Anna', updated_in_db_at: token };
    const data = { id, type: 'key_accounts', attributes, ...difference };
    const answer = await client.send('PUT', `/api/v2/user/key_accounts/${id}`, { body: { data } });
    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toMatchObject({ source: { pointer: `/data/${member}` } });
    await expectUntouched(client, id, token);
  });

  test.each([
    ['email', 5],
    ['primary', 'maybe'],
    ['remote_id', true],
    ['updated_at', 'last week'],
    ['first_name', 'x'.repeat(10_001)],
  ])('refuses %s when its value is of another kind and says which attribute it is', async (name, value) => {
    const { client, id, token } = await situation(mode);
    const answer = await client.put(id, { [name]: value, updated_in_db_at: token });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ source: { pointer: `/data/attributes/${name}` } });
    await expectUntouched(client, id, token);
  });

  test('lets exactly one of many writers with the same token through', async () => {
    const { client, id, token } = await situation(mode);
    const writers = Array.from({ length: 12 }, (_, writer) =>
      client.put(id, { first_name: `Writer ${String(writer)}`, updated_in_db_at: token }),
    );
    const answers = await Promise.all(writers);
    const written = answers.filter(({ status }) => status === 200);
    expect(written).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(11);
    expect(written.map(({ body }) => body)).toEqual([(await client.get(id)).body]);
  });
});

test('modern: a stale PUT is shown the record as it is, with codes', async () => {
  const { client, id } = await situation('modern');
  const answer = await client.put(id, { first_name: 'Anna', updated_in_db_at: OLDER });
  expect(errorOf(answer)).toMatchObject({
    code: 'stale_updated_in_db_at',
    meta: { current: resourceOf(await client.get(id)) },
  });
});

test.each([['absent', {}] as const, ['null', { updated_in_db_at: null }] as const])(
  'modern: a PUT whose token is %s is told that one is required',
  async (_case, terms) => {
    const { client, id, token } = await situation('modern');
    const answer = await client.put(id, { first_name: 'Anna', ...terms });
    expect(answer.status).toBe(428);
    expect(errorOf(answer)).toMatchObject({ code: 'updated_in_db_at_required' });
    await expectUntouched(client, id, token);
  },
);

test('modern: a PUT to a deleted record is told that it is gone', async () => {
  const { client, id, token } = await situation('modern');
  await client.remove(id);
  const answer = await client.put(id, { first_name: 'Anna', updated_in_db_at: token });
  expect(answer.status).toBe(410);
  expect(errorOf(answer)).toMatchObject({ code: 'gone' });
});

test('modern: nothing a client sends becomes the token', async () => {
  const { client, clock, id } = await situation('modern');
  const terms = { updated_at: OLDER, updated_in_db_at: NEWER, overwrite: true };
  const answer = await client.put(id, { first_name: 'Anna', ...terms });
  expect(tokenOf(answer)).toBe(new Date(clock.now()).toISOString());
});

test('modern: tokens grow strictly over the whole service, even when its clock stands still or steps back', async () => {
  const { client, clock, id } = await situation('modern');
  const tokens: string[] = [];
  for (const step of [0, 0, -3_600_000, 0, 7_200_000]) {
    clock.pass(step);
    tokens.push((await client.make()).attributes.updated_in_db_at);
    tokens.push(tokenOf(await client.put(id, { last_name: String(tokens.length), overwrite: true })));
  }
  expect(tokens).toEqual([...new Set(tokens)].sort());
  expect(tokens.every((token) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(token))).toBe(true);
});

test('modern: a PUT that only says another time of edit is a write', async () => {
  const { client, id, token } = await situation('modern');
  expect(tokenOf(await client.put(id, { updated_at: OLDER, updated_in_db_at: token }))).not.toBe(token);
});

test.each([['absent', {}] as const, ['null', { updated_in_db_at: null }] as const])(
  'origin: a PUT whose token is %s is a stale one',
  async (_case, terms) => {
    const { client, id, token } = await situation('origin');
    const answer = await client.put(id, { first_name: 'Anna', ...terms });
    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toMatchObject({ meta: { updated_in_db_at: token } });
    await expectUntouched(client, id, token);
  },
);

test('origin: a stale PUT is told the token only, without a code', async () => {
  const { client, id, token } = await situation('origin');
  const error = errorOf(await client.put(id, { first_name: 'Anna', updated_in_db_at: OLDER }));
  expect(error).not.toHaveProperty('code');
  expect(error['meta']).toEqual({ updated_in_db_at: token });
});

test('origin: the token is the time of the edit in whole seconds, which a client can set', async () => {
  const { client, id, token } = await situation('origin');
  const terms = { updated_at: '2026-11-01T10:30:00.987+02:00', updated_in_db_at: token };
  const { updated_at, updated_in_db_at } = resourceOf(
    await client.put(id, { first_name: 'Anna', ...terms }),
  ).attributes;
  expect({ updated_at, updated_in_db_at }).toEqual({
    updated_at: '2026-11-01T08:30:00Z',
    updated_in_db_at: '2026-11-01T08:30:00Z',
  });
});

test('origin: two writes in one second share a token, so the second hides behind the first', async () => {
  const { client, clock, id, token } = await situation('origin');
  const first = await client.put(id, { first_name: 'Anna', updated_in_db_at: token });
  clock.pass(400);
  const second = await client.put(id, { first_name: 'Ann', updated_in_db_at: tokenOf(first) });
  expect(second.status).toBe(200);
  expect(tokenOf(second)).toBe(tokenOf(first));
  const third = await client.put(id, { first_name: 'Annie', updated_in_db_at: tokenOf(first) });
  expect(third.status).toBe(200);
});

test('origin: a PUT to a deleted record finds nothing', async () => {
  const { client, id, token } = await situation('origin');
  await client.remove(id);
  expect((await client.put(id, { first_name: 'Anna', updated_in_db_at: token })).status).toBe(404);
});
