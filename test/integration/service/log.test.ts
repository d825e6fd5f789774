import { expect, test } from 'vitest';
import { z } from 'zod';
import { TOKEN, start } from './service-client.ts';

const Line = z.object({
  level: z.string(),
  time: z.string(),
  msg: z.string(),
  requestId: z.string(),
  method: z.string(),
  route: z.string(),
  status: z.number(),
  team: z.string(),
  ms: z.number(),
});

test('each request is one JSON line under the name that its answer carried', async () => {
  const lines: string[] = [];
  const { client, clock } = await start({ log: { write: (line) => lines.push(line) } });
  const answer = await client.post({ first_name: 'Maryanna' });
  await client.list('?sort=name');
  const facts = lines.map((line) => Line.strict().parse(JSON.parse(line)));
  expect(facts).toMatchObject([
    { method: 'POST', route: '/api/v2/user/key_accounts', status: 201, team: 'home', level: 'info' },
    { method: 'GET', route: '/api/v2/user/key_accounts', status: 400, team: 'home', level: 'info' },
  ]);
  expect(facts[0]?.requestId).toBe(answer.headers.get('x-request-id'));
  expect(facts[0]?.time).toBe(new Date(clock.now()).toISOString());
});

test('the log holds neither tokens nor anything a person wrote', async () => {
  const lines: string[] = [];
  const { client, as, address } = await start({ log: { write: (line) => lines.push(line) } });
  const { id } = await client.make({
    first_name: 'Maryanna',
    email: 'm.becker@example.com',
    remote_id: 424_242,
  });
  await client.put(id, { first_name: 'Maryanna Becker' });
  await client.post({ primary: 'm.becker@example.com' });
  await client.list('?filter[email]=m.becker@example.com');
  await client.get('m.becker@example.com');
  await as('stolen-token').list();
  await fetch(`${address}/m.becker@example.com`);
  expect(lines).toHaveLength(7);
  expect(lines.join('')).not.toMatch(
    new RegExp(`Maryanna|Becker|424242|${TOKEN}|stolen|127\\.0\\.0\\.1`, 'i'),
  );
});
