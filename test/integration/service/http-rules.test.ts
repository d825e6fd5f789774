import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ErrorDocument } from '../../../src/service/http/error-document.ts';
import { JSON_API, LIST, MODES_TO_TEST, errorOf, start } from './service-client.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Sends bytes that no HTTP client would, and reads all that comes back. */
async function sendRaw(address: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe.each(MODES_TO_TEST)('every request in %s mode', (mode) => {
  test.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer wrong' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: 'Basic our-token' }],
    ['a bare token', { authorization: 'our-token' }],
  ])('is refused with %s', async (_case, headers) => {
    const { address } = await start({ mode, records: 2 });
    for (const path of [LIST, `${LIST}/no-uuid`]) {
      const response = await fetch(address + path, { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).not.toHaveProperty('data');
    }
  });

  test.each([['text/plain'], ['multipart/form-data'], ['application/xml'], ['application/jsonp']])(
    'is refused when its body is %s',
    async (type) => {
      const { client } = await start({ mode });
      const { id } = await client.make();
      const request = { body: '{"data":{}}', headers: { 'content-type': type } };
      expect((await client.send('POST', LIST, request)).status).toBe(415);
      expect((await client.send('PUT', `${LIST}/${id}`, request)).status).toBe(415);
    },
  );

  test.each([[JSON_API], ['application/json'], ['application/json; charset=utf-8'], ['Application/JSON']])(
    'may have a body of %s',
    async (type) => {
      const { client } = await start({ mode });
      const answer = await client.send('POST', LIST, {
        body: '{"data":{}}',
        headers: { 'content-type': type },
      });
      expect(answer.status).toBe(201);
    },
  );

  test.each([['text/html'], ['application/xml, text/*'], [`${JSON_API};q=0`]])(
    'is refused when it accepts only %s',
    async (accept) => {
      const { client } = await start({ mode });
      expect((await client.list('', { accept })).status).toBe(406);
    },
  );

  test.each([['*/*'], ['application/*'], [JSON_API], ['application/json'], [`text/html, ${JSON_API};q=0.8`]])(
    'is answered when it accepts %s',
    async (accept) => {
      const { client } = await start({ mode });
      const answer = await client.list('', { accept });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, JSON_API]);
    },
  );

  test("is answered with the service's own time and a name of its own, whatever the answer", async () => {
    const { client, clock } = await start({ mode });
    const { id } = await client.make();
    const answers = [
      await client.list(),
      await client.get(id),
      await client.put(id, {}),
      await client.remove(id),
      await client.get(id),
      await client.list('?sort=name'),
      await client.list('', { accept: 'text/html' }),
      await client.send('POST', LIST, { body: '{' }),
      await client.send('GET', '/nowhere'),
      await client.send('GET', '/%zz'),
      await client.send('GET', `${LIST}/${'x'.repeat(500)}`),
      await client.send('OPTIONS', LIST),
    ];
    const names = answers.map(({ headers }) => headers.get('x-request-id'));
    expect(names.every((name) => UUID.test(name ?? ''))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    const dates = answers.map(({ headers }) => headers.get('date'));
    expect(new Set(dates)).toEqual(new Set([new Date(clock.now()).toUTCString()]));
  });

  test('is refused with an error document that carries no data', async () => {
    const { client } = await start({ mode });
    const answers = [
      await client.get('no-uuid'),
      await client.list('?sort=name&page=0'),
      await client.list('', { accept: 'text/html' }),
      await client.send('POST', LIST, { body: '{' }),
      await client.send('POST', LIST, { body: 'x', headers: { 'content-type': 'text/plain' } }),
      await client.send('POST', LIST, { body: { data: { attributes: { email: 'x'.repeat(1_100_000) } } } }),
      await client.send('GET', '/nowhere'),
      await client.send('GET', '/%zz'),
      await client.send('DELETE', LIST),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 400, 406, 400, 415, 413, 404, 400, 404]);
    for (const { status, headers, body } of answers) {
      const { errors } = ErrorDocument.parse(body);
      expect(headers.get('content-type')).toMatch(/^application\/vnd\.api\+json/);
      expect(body).not.toHaveProperty('data');
      expect(errors.every((error) => error.status === String(status))).toBe(true);
      expect(errors.every((error) => 'code' in error === (mode === 'modern'))).toBe(true);
    }
  });

  test('is answered by an error document even when it is no HTTP', async () => {
    const { address, clock } = await start({ mode });
    const answer = await sendRaw(address, 'HELLO\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer.toLowerCase()).toContain(`date: ${new Date(clock.now()).toUTCString()}`.toLowerCase());
    expect(answer).toMatch(/x-request-id: [\da-f-]{36}\r\n/);
    ErrorDocument.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))));
  });
});

test('names every malformed parameter and attribute of a request at once', async () => {
  const { client } = await start();
  const answer = await client.post({ email: 5, primary: 'maybe' });
  const { errors } = ErrorDocument.parse(answer.body);
  expect(errors.map(({ source }) => source?.pointer)).toEqual([
    '/data/attributes/email',
    '/data/attributes/primary',
  ]);
});

test('does not repeat in an error what a person wrote', async () => {
  const { client } = await start();
  const answer = await client.post({ primary: 'Maryanna', updated_at: 'Becker' });
  expect(errorOf(answer)).toMatchObject({ code: 'invalid_value' });
  expect(JSON.stringify(answer.body)).not.toMatch(/Maryanna|Becker/);
});
