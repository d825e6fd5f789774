import { describe, expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { answered, FaultyLine, lostAnswer } from '../../support/faults.ts';
import { startWorld } from '../../support/world.ts';

describe.each(MODE_NAMES)('step 2, Pull, in %s mode', (mode) => {
  test('brings every record of the service', async () => {
    const { device } = await startWorld({ mode, records: 620 });
    const laptop = device();
    const round = await laptop.round();
    expect(round).toMatchObject({ got: 620, failure: undefined });
    expect(laptop.ids()).toHaveLength(620);
  });

  test('a second round with nothing new writes no record', async () => {
    const { device } = await startWorld({ mode, records: 30 });
    const laptop = device();
    await laptop.round();
    await laptop.round();
    const writes = () =>
      laptop.db.get('SELECT sum(seq + ack_epoch) AS s, count(*) AS n FROM records, history') as object;
    const before = { ...writes() };
    expect(await laptop.round()).toMatchObject({ got: 0, failure: undefined });
    expect({ ...writes() }).toEqual(before);
  });

  test('takes a colleague’s edit of a record that nobody touched here', async () => {
    const { device, colleague, first } = await startWorld({ mode });
    const laptop = device();
    await laptop.round();
    const id = await first();
    await colleague.edit(id, { last_name: 'Nygård-Hauge' });
    expect(await laptop.round()).toMatchObject({ got: 1 });
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { last_name: 'Nygård-Hauge' } });
  });

  test('a list that breaks off is taken up again and loses nothing', async () => {
    const { device } = await startWorld({ mode, records: 600 });
    const line = new FaultyLine();
    const laptop = device(line.transport);
    line.next('GET', (url, request, real) => real(url, request));
    line.next('GET', lostAnswer);
    expect((await laptop.round()).failure?.kind).toBe('unreachable');
    expect(laptop.ids()).toHaveLength(keyAccounts.pageSize);
    expect((await laptop.round()).failure).toBeUndefined();
    expect(laptop.ids()).toHaveLength(600);
  });

  test('one row that cannot be read is left out and the others come in', async () => {
    const { device } = await startWorld({ mode, records: 5 });
    const line = new FaultyLine();
    const laptop = device(line.transport);
    line.next('GET', async (url, request, real) => {
      const response = await real(url, request);
      const body = (await response.json()) as { data: { attributes: Record<string, unknown> }[] };
      const [row] = body.data;
      if (row) row.attributes['email'] = 42;
      return new Response(JSON.stringify(body), { headers: response.headers });
    });
    expect(await laptop.round()).toMatchObject({ failure: undefined, isWhole: false });
    expect(laptop.ids()).toHaveLength(4);
    expect(await laptop.round()).toMatchObject({ failure: undefined, isWhole: true });
    expect(laptop.ids()).toHaveLength(5);
  });

  test.each([
    [
      'an HTML page',
      answered(200, '<html>Sign in to the Wi-Fi</html>', { 'content-type': 'text/html' }),
      'not-the-service',
    ],
    ['half a JSON text', answered(200, '{"data":[{"id":'), 'wrong-shape'],
    ['an empty object', answered(200, '{}'), 'wrong-shape'],
    ['no body', answered(204, ''), 'wrong-shape'],
    [
      'a gateway’s page of not found',
      answered(404, '<h1>Not found</h1>', { 'content-type': 'text/html' }),
      'not-the-service',
    ],
    ['trouble', answered(500, '<h1>Oops</h1>', { 'content-type': 'text/html' }), 'trouble'],
  ])('%s removes nothing and is told apart', async (_what, fault, kind) => {
    const { device } = await startWorld({ mode });
    const line = new FaultyLine();
    const laptop = device(line.transport);
    await laptop.round();
    line.next('GET', fault);
    expect((await laptop.round()).failure?.kind).toBe(kind);
    expect(laptop.ids()).toHaveLength(12);
  });

  test('an empty list removes nothing', async () => {
    const { device } = await startWorld({ mode });
    const line = new FaultyLine();
    const laptop = device(line.transport);
    await laptop.round();
    const empty = JSON.stringify({
      data: [],
      meta: {
        pagination: { page: 1, per_page: 250, total_count: 0, total_pages: 0 },
        sync: { cursor: 'x', has_more: false },
      },
    });
    for (let round = 0; round < 3; round += 1) {
      line.next('GET', answered(200, empty));
      await laptop.round();
    }
    expect(laptop.ids().map((id) => laptop.record(id).state)).not.toContain('missing');
  });
});

test('a delta cursor that expired leads to a whole list', async () => {
  const { device, colleague, first } = await startWorld();
  const line = new FaultyLine();
  const laptop = device(line.transport);
  await laptop.round();
  const id = await first();
  await colleague.edit(id, { first_name: 'Zoë' });
  line.next('GET', answered(410, JSON.stringify({ errors: [{ status: '410', code: 'cursor_expired' }] })));
  expect(await laptop.round()).toMatchObject({ got: 1, failure: undefined });
  expect(laptop.record(id).values['first_name']).toBe('Zoë');
});

test('a row of the delta that cannot be read holds the cursor back until it can', async () => {
  const { device, colleague, first } = await startWorld();
  const line = new FaultyLine();
  const laptop = device(line.transport);
  await laptop.round();
  const id = await first();
  await colleague.edit(id, { first_name: 'Zoë' });
  line.next('GET', async (url, request, real) => {
    const response = await real(url, request);
    const text = (await response.text()).replace('"Zoë"', '[]');
    return new Response(text, { headers: response.headers });
  });
  expect(await laptop.round()).toMatchObject({ got: 0, isWhole: false });
  expect(await laptop.round()).toMatchObject({ got: 1, isWhole: true });
  expect(laptop.record(id).values['first_name']).toBe('Zoë');
});

test('a service that no longer offers a delta is listed', async () => {
  const { device, colleague, first } = await startWorld();
  const line = new FaultyLine();
  const laptop = device(line.transport);
  await laptop.round();
  const id = await first();
  await colleague.edit(id, { first_name: 'Zoë' });
  line.next('GET', answered(400, JSON.stringify({ errors: [{ status: '400', title: 'filter[since]' }] })));
  expect(await laptop.round()).toMatchObject({ got: 1, failure: undefined });
  expect(laptop.record(id).values['first_name']).toBe('Zoë');
});

test('an unknown attribute of the service is kept beside the fields', async () => {
  const { device, first } = await startWorld();
  const line = new FaultyLine();
  const laptop = device(line.transport);
  line.next('GET', async (url, request, real) => {
    const response = await real(url, request);
    const body = (await response.json()) as { data: { attributes: Record<string, unknown> }[] };
    for (const row of body.data) row.attributes['favourite_colour'] = 'teal';
    return new Response(JSON.stringify(body), { headers: response.headers });
  });
  await laptop.round();
  const id = await first();
  const { base_raw } = laptop.db.get('SELECT base_raw FROM records WHERE id = :id', { id }) as {
    base_raw: string;
  };
  expect(JSON.parse(base_raw)).toMatchObject({ favourite_colour: 'teal' });
});
