import { describe, expect, test } from 'vitest';
import { LIST, MODES_TO_TEST, TOKEN, errorOf, resourceOf, start } from './service-client.ts';

const ID = '54ecd774-ac41-4026-a103-03893eedeb53';
const HOUR_MS = 3_600_000;

describe.each(MODES_TO_TEST)('POST in %s mode', (mode) => {
  test('makes a record with the id of the client and answers it whole with its place', async () => {
    const { client } = await start({ mode });
    const times = { created_at: '2021-11-23T14:37:45Z', updated_at: '2021-11-24T08:00:00Z' };
    const people = { first_name: 'Maryanna', last_name: "O'Becker", email: 'm.becker@example.com' };
    const answer = await client.post(
      { ...times, ...people, primary: false, last_download: null },
      { id: ID },
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`${LIST}/${ID}`);
    expect(answer.body).toMatchObject({
      data: {
        id: ID,
        type: 'key_accounts',
        attributes: { ...times, ...people, primary: false, last_download: null, remote_id: null },
      },
    });
    expect((await client.get(ID)).body).toEqual(answer.body);
  });

  test('makes an id and the times itself when the client brings none', async () => {
    const { client, clock } = await start({ mode });
    const { id, attributes } = resourceOf(await client.post({}));
    expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(Date.parse(attributes.created_at)).toBe(clock.now());
    expect(Date.parse(attributes.updated_at)).toBe(clock.now());
    expect(Date.parse(attributes.updated_in_db_at)).toBe(clock.now());
  });

  test('makes an empty record out of a body without attributes', async () => {
    const { client } = await start({ mode });
    const answer = await client.send('POST', LIST, { body: { data: { type: 'key_accounts' } } });
    expect(answer.status).toBe(201);
  });

  test('ignores attributes it does not know, an overwrite and a token', async () => {
    const { client, clock } = await start({ mode });
    const sent = { nickname: 'Mary', overwrite: true, updated_in_db_at: '2030-01-01T00:00:00Z' };
    const { attributes } = resourceOf(await client.post(sent));
    expect(attributes).not.toHaveProperty('nickname');
    expect(attributes).not.toHaveProperty('overwrite');
    expect(Date.parse(attributes.updated_in_db_at)).toBe(clock.now());
  });

  test.each([['no-uuid'], [''], ['54ecd774-ac41-4026-a103'], [88]])('refuses %j as an id', async (id) => {
    const { client } = await start({ mode });
    const answer = await client.send('POST', LIST, {
      body: { data: { id, type: 'key_accounts', attributes: {} } },
    });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ source: { pointer: '/data/id' } });
  });

  test('treats an id in capital letters as the same id', async () => {
    const { client } = await start({ mode });
    await client.make({}, ID.toUpperCase());
    expect((await client.get(ID)).status).toBe(200);
    expect((await client.post({}, { id: ID })).status).toBe(409);
  });

  test('refuses a resource of another type', async () => {
    const { client } = await start({ mode });
    const answer = await client.send('POST', LIST, { body: { data: { type: 'contacts', attributes: {} } } });
    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toMatchObject({ source: { pointer: '/data/type' } });
  });

  test('refuses an id that exists', async () => {
    const { client } = await start({ mode });
    await client.make({ first_name: 'Maryanna' }, ID);
    const answer = await client.post({ first_name: 'Anna' }, { id: ID });
    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toMatchObject({ source: { pointer: '/data/id' } });
    expect(resourceOf(await client.get(ID)).attributes.first_name).toBe('Maryanna');
  });

  test('refuses an SSO GUID that another record of the team has, however it was written', async () => {
    const { client } = await start({ mode });
    await client.make({ remote_id: 88 });
    const answer = await client.post({ remote_id: '88' });
    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toMatchObject({ source: { pointer: '/data/attributes/remote_id' } });
  });

  test('lets any number of records go without an SSO GUID', async () => {
    const { client } = await start({ mode });
    for (const remote_id of [null, null, '', '']) {
      expect((await client.post({ remote_id })).status).toBe(201);
    }
  });

  test.each([
    ['no JSON', '{"data":'],
    ['nothing', undefined],
    ['a list', []],
    ['data that is null', { data: null }],
    ['attributes that are a list', { data: { attributes: [] } }],
  ])('refuses a body that is %s', async (_case, body) => {
    const { client } = await start({ mode });
    const answer = await client.send('POST', LIST, { body, headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data');
  });
});

test('modern: a taken id is answered with the record that has it', async () => {
  const { client } = await start();
  const current = await client.make({ first_name: 'Maryanna' }, ID);
  expect(errorOf(await client.post({}, { id: ID }))).toMatchObject({ code: 'id_taken', meta: { current } });
});

test('modern: an id taken by another team is refused without showing the record', async () => {
  const { client, as } = await start({ tokens: [TOKEN, 'south:their-token'] });
  await as('their-token').make({ first_name: 'Secret' }, ID);
  const answer = await client.post({}, { id: ID });
  expect(errorOf(answer)).toMatchObject({ code: 'id_taken' });
  expect(JSON.stringify(answer.body)).not.toContain('Secret');
});

test('modern: the id of a deleted record stays taken, so that nothing comes back unnoticed', async () => {
  const { client } = await start();
  await client.make({}, ID);
  await client.remove(ID);
  const error = errorOf(await client.post({}, { id: ID }));
  expect(error).toMatchObject({ status: '409', code: 'id_taken' });
  expect(error).not.toHaveProperty('meta');
});

test('modern: the same SSO GUID in two teams is two people', async () => {
  const { client, as } = await start({ tokens: [TOKEN, 'south:their-token'] });
  await as('their-token').make({ remote_id: 88 });
  expect((await client.post({ remote_id: 88 })).status).toBe(201);
});

test('modern: the codes name a taken GUID and a wrong type', async () => {
  const { client } = await start();
  await client.make({ remote_id: 'a' });
  expect(errorOf(await client.post({ remote_id: 'a' }))).toMatchObject({ code: 'remote_id_taken' });
  const answer = await client.send('POST', LIST, { body: { data: { type: 'contacts' } } });
  expect(errorOf(answer)).toMatchObject({ code: 'type_mismatch' });
});

test('modern: a repeated key gets the stored answer again and makes nothing, even after the record changed', async () => {
  const { client, clock } = await start();
  const first = await client.post({ first_name: 'Maryanna' }, { key: 'k1' });
  const { id } = resourceOf(first);
  await client.put(id, { first_name: 'Anna', overwrite: true });
  clock.pass(24 * HOUR_MS);
  const again = await client.post({ first_name: 'Maryanna' }, { key: 'k1' });
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect((await client.list()).body).toMatchObject({ meta: { pagination: { total_count: 1 } } });
});

test('modern: many requests with one key make one record', async () => {
  const { client } = await start();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => client.post({ first_name: 'Maryanna' }, { key: 'k1' })),
  );
  expect(new Set(answers.map((answer) => resourceOf(answer).id)).size).toBe(1);
});

test('modern: a key that comes again with other content is refused', async () => {
  const { client } = await start();
  await client.post({ first_name: 'Maryanna' }, { key: 'k1' });
  const answer = await client.post({ first_name: 'Anna' }, { key: 'k1' });
  expect(answer.status).toBe(422);
  expect(errorOf(answer)).toMatchObject({ code: 'idempotency_key_reused' });
});

test('modern: the order of attributes is not other content', async () => {
  const { client } = await start();
  const first = await client.post({ first_name: 'Maryanna', email: null }, { key: 'k1' });
  const again = await client.post({ email: null, first_name: 'Maryanna' }, { key: 'k1' });
  expect(again.body).toEqual(first.body);
});

test('modern: a key whose request was refused may be used again', async () => {
  const { client } = await start();
  const { id } = await client.make({ remote_id: 88 });
  expect((await client.post({ remote_id: 88 }, { key: 'k1' })).status).toBe(409);
  await client.remove(id);
  expect((await client.post({ remote_id: 88 }, { key: 'k1' })).status).toBe(201);
});

test('modern: two teams may use the same key', async () => {
  const { client, as } = await start({ tokens: [TOKEN, 'south:their-token'] });
  const ours = resourceOf(await client.post({}, { key: 'k1' }));
  expect(resourceOf(await as('their-token').post({}, { key: 'k1' })).id).not.toBe(ours.id);
});

test('modern: a key is forgotten in the end', async () => {
  const { client, clock } = await start();
  const first = resourceOf(await client.post({}, { key: 'k1' }));
  clock.pass(72 * HOUR_MS);
  expect(resourceOf(await client.post({}, { key: 'k1' })).id).not.toBe(first.id);
});

test('modern: a key that is too long is refused', async () => {
  const { client } = await start();
  const answer = await client.post({}, { key: 'k'.repeat(256) });
  expect(answer.status).toBe(400);
  expect(errorOf(answer)).toMatchObject({ source: { header: 'Idempotency-Key' } });
});

test('origin: a taken id is refused without a code and without the record', async () => {
  const { client } = await start({ mode: 'origin' });
  await client.make({}, ID);
  const error = errorOf(await client.post({}, { id: ID }));
  expect(error).not.toHaveProperty('code');
  expect(error).not.toHaveProperty('meta');
});

test('origin: keys are not honoured, so the same request makes two records', async () => {
  const { client } = await start({ mode: 'origin' });
  const first = resourceOf(await client.post({}, { key: 'k1' }));
  expect(resourceOf(await client.post({}, { key: 'k1' })).id).not.toBe(first.id);
});

test('origin: the id of a deleted record is free again', async () => {
  const { client } = await start({ mode: 'origin' });
  await client.make({}, ID);
  await client.remove(ID);
  expect((await client.post({}, { id: ID })).status).toBe(201);
});
