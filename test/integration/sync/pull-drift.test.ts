import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { readResourceState } from '../../../src/main/database/sync-state.ts';
import type { HttpRequest } from '../../../src/main/ports.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { after, answered, FaultyLine, type Fault } from '../../support/faults.ts';
import { always, rounds, syncedLaptop } from '../../support/synced-laptop.ts';
import { startWorld, type World } from '../../support/world.ts';

/** One record more than a page has. */
const TWO_PAGES = keyAccounts.pageSize + 1;

const untouched: Fault = (url, request, real) => real(url, request);

/** The answer to a list, with something done to its body. */
const rewritten =
  (rewrite: (body: { data: { attributes: Record<string, unknown> }[]; meta: object }) => void): Fault =>
  async (url, request, real) => {
    const response = await real(url, request);
    const body = (await response.json()) as Parameters<typeof rewrite>[0];
    rewrite(body);
    return new Response(JSON.stringify(body), { headers: response.headers });
  };

const isList = ({ method }: HttpRequest, url: string): boolean => method === 'GET' && url.includes('?');

const lastOf = async ({ colleague }: World): Promise<RecordId> =>
  (await colleague.list(500)).at(-1)?.id as RecordId;

describe.each(MODE_NAMES)('step 2, Pull, of a list that moves, in %s mode', (mode) => {
  test('a record that slipped to an earlier page while the list was read is found by later rounds', async () => {
    const world = await startWorld({ mode, records: 2 * keyAccounts.pageSize });
    const line = new FaultyLine();
    const laptop = world.device(line.transport);
    const first = await world.first();
    line.next('GET', untouched);
    line.next(
      'GET',
      after(() => world.colleague.remove(first)),
    );
    for (let round = 0; round < 4; round += 1) await laptop.round();
    const all = (await world.colleague.list(500)).map(({ id }) => id);
    expect(all).toHaveLength(2 * keyAccounts.pageSize - 1);
    expect(laptop.ids()).toEqual(expect.arrayContaining(all));
  });

  test('a list that shrinks by a page while it is read ends all the same', async () => {
    const world = await startWorld({ mode, records: TWO_PAGES });
    const line = new FaultyLine();
    const laptop = world.device(line.transport);
    const last = await lastOf(world);
    line.next('GET', untouched);
    line.next(
      'GET',
      after(() => world.colleague.remove(last)),
    );
    expect(await laptop.round()).toMatchObject({ got: keyAccounts.pageSize, failure: undefined });
    expect(readResourceState(laptop.db, keyAccounts, 'last_complete_pull_at')).toBeDefined();
  });

  test('the list of a service without records is complete', async () => {
    const { device } = await startWorld({ mode, records: 0 });
    const laptop = device();
    expect(await laptop.round()).toMatchObject({ got: 0, failure: undefined, isWhole: true });
    expect(readResourceState(laptop.db, keyAccounts, 'last_complete_pull_at')).toBeDefined();
    expect(readResourceState(laptop.db, keyAccounts, 'cursor') !== undefined).toBe(mode === 'modern');
  });

  test('a 401 without a body is a sign-in that is over', async () => {
    const { laptop, line } = await syncedLaptop({ mode });
    line.next('GET', answered(401, '', { 'www-authenticate': 'Bearer' }));
    expect((await laptop.round()).failure?.kind).toBe('signed-out');
  });
});

test('a service that answers the question for a delta with a plain list is listed, and edits go out', async () => {
  const synced = await syncedLaptop();
  const { world, laptop, id } = synced;
  laptop.edit(id, 'first_name', 'Mine');
  const plain = rewritten(({ meta }) => {
    Reflect.deleteProperty(meta, 'sync');
  });
  always(synced, isList, (url, request, real) =>
    plain(url.replace(/\?filter\[since\].*/, ''), request, real),
  );
  await rounds(synced, 2);
  expect(laptop.record(id).state).toBe('clean');
  expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Mine' });
});

test('a page with a row that cannot be read is not answered by 304 once it can', async () => {
  const world = await startWorld({ mode: 'origin', records: TWO_PAGES });
  const line = new FaultyLine();
  const laptop = world.device(line.transport);
  line.next('GET', untouched);
  line.next(
    'GET',
    rewritten(({ data }) => {
      for (const row of data) row.attributes['email'] = 42;
    }),
  );
  await laptop.round();
  expect(laptop.ids()).toHaveLength(keyAccounts.pageSize);
  await laptop.round();
  expect(laptop.ids()).toHaveLength(TWO_PAGES);
});

test('an older version on a page that was known before is seen, and asked after', async () => {
  const world = await startWorld({ records: TWO_PAGES });
  const line = new FaultyLine();
  const laptop = world.device(line.transport);
  const backup = { etag: '', body: '' };
  line.next('GET', untouched);
  line.next('GET', async (url, request, real) => {
    const page = await real(url, request);
    Object.assign(backup, { etag: page.headers.get('etag'), body: await page.text() });
    return new Response(backup.body, { headers: page.headers });
  });
  await laptop.round();
  expect(backup.etag).not.toBe('');
  const id = await lastOf(world);
  await world.colleague.edit(id, { first_name: 'After the backup' });
  await laptop.round();
  expect(laptop.record(id).values['first_name']).toBe('After the backup');
  // The service is what it was: the cursor is unknown to it, page 2 has the tag that it had.
  const expired = { errors: [{ status: '410', code: 'cursor_expired', detail: 'x' }] };
  line.next('GET', answered(410, JSON.stringify(expired)));
  line.next('GET', untouched);
  line.next('GET', (_url, request) => {
    const isKnown = request.headers['if-none-match'] === backup.etag;
    const headers = { 'content-type': 'application/vnd.api+json', etag: backup.etag };
    return Promise.resolve(
      new Response(isKnown ? null : backup.body, { status: isKnown ? 304 : 200, headers }),
    );
  });
  line.seen.length = 0;
  await laptop.round();
  // The page was read and not believed: the service was asked for the record, and has it as it was here.
  expect(line.seen.some(({ method, url }) => method === 'GET' && url.endsWith(`/${id}`))).toBe(true);
  expect(laptop.record(id).values['first_name']).toBe('After the backup');
});

test('a row that was read within the tick of its token is not sealed by a Date stamped after it', async () => {
  const { world, laptop, line, id } = await syncedLaptop({ mode: 'origin' });
  world.clock.pass(1000 - (world.clock.now() % 1000));
  const write = (first_name: string) => world.colleague.put(id, { first_name }, new Date(world.clock.now()));
  await write('Seen');
  line.next('GET', async (url, request, real) => {
    // The service reads its rows, somebody writes in the same second, the answer is stamped in the next one.
    const response = await real(url, request);
    const body = await response.text();
    world.clock.pass(900);
    await write('Unseen');
    world.clock.pass(200);
    const headers = new Headers(response.headers);
    headers.set('date', new Date(world.clock.now()).toUTCString());
    return new Response(body, { headers });
  });
  await laptop.round();
  expect(laptop.record(id).values['first_name']).toBe('Seen');
  laptop.edit(id, 'first_name', 'Mine');
  await laptop.round('edit');
  expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Unseen' });
});

test('a later page that comes empty does not make the list shorter: nothing is taken as complete', async () => {
  const world = await startWorld({ records: 300 });
  const line = new FaultyLine();
  const laptop = world.device(line.transport);
  const pagination = { page: 2, per_page: 150, total_count: 0, total_pages: 0 };
  line.next('GET', untouched);
  line.next('GET', answered(200, JSON.stringify({ data: [], meta: { pagination } })));
  const { isWhole } = await laptop.round();
  expect(isWhole).toBe(true);
  // It was read once more, from its beginning.
  expect(line.seen.filter(({ url }) => url.includes('page=2'))).toHaveLength(2);
  expect(laptop.ids()).toHaveLength(300);
});
