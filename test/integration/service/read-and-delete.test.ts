import { describe, expect, test } from 'vitest';
import { MODES_TO_TEST, TOKEN, errorOf, start } from './service-client.ts';

const UNKNOWN = '0c8a3a40-31c4-4f70-9e0a-5a8f6b9b2f11';

describe.each(MODES_TO_TEST)('one record in %s mode', (mode) => {
  test('is answered whole, with an ETag that changes with its content', async () => {
    const { client, clock } = await start({ mode });
    const made = await client.make({ first_name: 'Maryanna' });
    const answer = await client.get(made.id);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ data: made });
    const tag = answer.headers.get('etag') ?? '';
    expect((await client.get(made.id, { 'if-none-match': tag })).status).toBe(304);
    clock.pass(1000);
    await client.put(made.id, { first_name: 'Anna', overwrite: true });
    expect((await client.get(made.id, { 'if-none-match': tag })).status).toBe(200);
  });

  test.each([[UNKNOWN], ['no-uuid']])('is not found under %s', async (id) => {
    const { client } = await start({ mode });
    for (const answer of [await client.get(id), await client.remove(id)]) {
      expect(answer.status).toBe(404);
      expect(answer.body).not.toHaveProperty('data');
    }
  });

  test('is deleted with 204 and an empty body, and cannot be deleted twice', async () => {
    const { client } = await start({ mode });
    const { id } = await client.make();
    const answer = await client.remove(id);
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect((await client.remove(id)).status).toBe(404);
    expect((await client.list()).body).toMatchObject({ data: [] });
  });

  test('may be deleted by a client that names a media type for the body it does not send', async () => {
    const { client } = await start({ mode });
    const { id } = await client.make();
    const headers = { 'content-type': 'application/json' };
    expect((await client.send('DELETE', `/api/v2/user/key_accounts/${id}`, { headers })).status).toBe(204);
  });

  test('is shared by the colleagues of a team and closed to another team', async () => {
    const { client, as } = await start({ mode, tokens: [TOKEN, 'second-token', 'south:their-token'] });
    const { id } = await client.make({ first_name: 'Maryanna' });
    expect((await as('second-token').get(id)).status).toBe(200);
    const stranger = as('their-token');
    const put = stranger.put(id, { first_name: 'Anna', overwrite: true });
    for (const answer of [await stranger.get(id), await put, await stranger.remove(id)]) {
      expect(answer.status).toBe(403);
      expect(JSON.stringify(answer.body)).not.toContain('Maryanna');
    }
    expect((await client.get(id)).body).toMatchObject({ data: { attributes: { first_name: 'Maryanna' } } });
  });
});

test('modern: a deleted record is known to be gone, and since when', async () => {
  const { client, clock } = await start();
  const { id } = await client.make();
  await client.remove(id);
  const answer = await client.get(id);
  expect(answer.status).toBe(410);
  const deleted_at = new Date(clock.now()).toISOString();
  expect(errorOf(answer)).toMatchObject({ code: 'gone', meta: { deleted_at } });
});

test('modern: the codes name an unknown and a foreign record', async () => {
  const { client, as } = await start({ tokens: [TOKEN, 'south:their-token'] });
  const { id } = await client.make();
  expect(errorOf(await client.get(UNKNOWN))).toMatchObject({ code: 'not_found' });
  expect(errorOf(await as('their-token').get(id))).toMatchObject({ code: 'forbidden' });
});

test('origin: a deleted record was never there', async () => {
  const { client } = await start({ mode: 'origin' });
  const { id } = await client.make();
  await client.remove(id);
  expect((await client.get(id)).status).toBe(404);
});
