import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOKEN, cursorOf, errorOf, resourceOf, rowsOf, start } from './service-client.ts';
import type { Answer, ServiceClient } from './service-client.ts';

const DAY_MS = 86_400_000;

const since = (client: ServiceClient, cursor: string, more = ''): Promise<Answer> =>
  client.list(`?filter[since]=${encodeURIComponent(cursor)}${more}`);

const hasMore = (answer: Answer): boolean =>
  (answer.body as { meta: { sync: { has_more: boolean } } }).meta.sync.has_more;

/** What a client knows that lists once and then only asks for changes. */
class Follower {
  readonly known = new Map<string, unknown>();
  cursor = '';

  constructor(readonly client: ServiceClient) {}

  async list(): Promise<void> {
    const answer = await this.client.list('?per_page=500');
    for (const row of rowsOf(answer)) this.known.set(row.id, row);
    this.cursor = cursorOf(answer);
  }

  async follow(size: number): Promise<void> {
    for (let more = true; more;) {
      const answer = await since(this.client, this.cursor, `&per_page=${String(size)}`);
      for (const row of rowsOf(answer)) {
        if ('attributes' in row) this.known.set(row.id, row);
        else this.known.delete(row.id);
      }
      this.cursor = cursorOf(answer);
      more = hasMore(answer);
    }
  }
}

test('page 1 of the whole list carries a cursor, other pages and filtered lists do not', async () => {
  const { client } = await start({ records: 30 });
  expect((await client.list()).body).toHaveProperty('meta.sync.cursor');
  expect((await client.list('?page=1&sort=-updated_at')).body).toHaveProperty('meta.sync.cursor');
  expect((await client.list('?page=2')).body).not.toHaveProperty('meta.sync');
  expect((await client.list('?filter[updated_at]=2020-01-01..2030-01-01')).body).not.toHaveProperty(
    'meta.sync',
  );
});

test('nothing new is an empty answer with the same cursor', async () => {
  const { client } = await start({ records: 3 });
  const cursor = cursorOf(await client.list());
  const answer = await since(client, cursor);
  expect(answer.body).toEqual({ data: [], meta: { sync: { cursor, has_more: false } } });
});

test('what was made, edited and deleted since comes in the order of the changes, each record once', async () => {
  const { client, clock } = await start();
  const [kept, edited, deleted] = [await client.make(), await client.make(), await client.make()];
  const cursor = cursorOf(await client.list());
  await client.put(edited.id, { first_name: 'Anna', overwrite: true });
  await client.remove(deleted.id);
  const made = await client.make();
  const again = await client.put(edited.id, { first_name: 'Annie', overwrite: true });
  const answer = await since(client, cursor);
  expect(rowsOf(answer)).toEqual([
    { id: deleted.id, type: 'key_accounts', meta: { deleted_at: new Date(clock.now()).toISOString() } },
    made,
    resourceOf(again),
  ]);
  expect(rowsOf(answer).map(({ id }) => id)).not.toContain(kept.id);
});

test('a write that changed nothing is no change', async () => {
  const { client } = await start();
  const { id } = await client.make({ first_name: 'Anna' });
  const cursor = cursorOf(await client.list());
  await client.put(id, { first_name: 'Anna', overwrite: true });
  expect(rowsOf(await since(client, cursor))).toEqual([]);
});

test('a delta longer than a page goes on where it stopped', async () => {
  const { client } = await start();
  const cursor = cursorOf(await client.list());
  for (let count = 0; count < 5; count += 1) await client.make();
  const first = await since(client, cursor, '&per_page=3');
  expect([rowsOf(first).length, hasMore(first)]).toEqual([3, true]);
  const second = await since(client, cursorOf(first), '&per_page=3');
  expect([rowsOf(second).length, hasMore(second)]).toEqual([2, false]);
});

test('a delta has 500 changes a page unless asked for fewer', async () => {
  const { client, as } = await start({ tokens: ['south:their-token', TOKEN], records: 0 });
  const cursor = cursorOf(await client.list());
  await Promise.all(Array.from({ length: 501 }, () => client.make()));
  const answer = await since(client, cursor);
  expect([rowsOf(answer).length, hasMore(answer)]).toEqual([500, true]);
  expect(rowsOf(await since(as('their-token'), cursor))).toEqual([]);
});

test('a follower who only asks for changes knows what a full list says, whatever happened', async () => {
  const happening = fc.record({
    kind: fc.constantFrom('make', 'edit', 'delete', 'follow'),
    which: fc.nat(),
    size: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 25 }), async (happenings) => {
      const { client } = await start({ records: 4 });
      const follower = new Follower(client);
      await follower.list();
      for (const { kind, which, size } of happenings) {
        const rows = rowsOf(await client.list());
        const id = rows[which % Math.max(rows.length, 1)]?.id;
        if (kind === 'make') await client.make();
        else if (kind === 'follow') await follower.follow(size);
        else if (id !== undefined && kind === 'edit')
          await client.put(id, { first_name: String(which), overwrite: true });
        else if (id !== undefined) await client.remove(id);
      }
      await follower.follow(2);
      const rows = rowsOf(await client.list('?per_page=500'));
      expect(follower.known).toEqual(new Map(rows.map((row) => [row.id, row])));
    }),
    { numRuns: 12 },
  );
}, 30_000);

test('tombstones are told for ninety days, then the cursor that needs them has expired', async () => {
  const { client, clock } = await start();
  const { id } = await client.make();
  const cursor = cursorOf(await client.list());
  await client.remove(id);
  clock.pass(90 * DAY_MS);
  const inTime = await since(client, cursor);
  expect(rowsOf(inTime)).toMatchObject([{ id, meta: {} }]);
  expect((await client.get(id)).status).toBe(410);
  clock.pass(1);
  const late = await since(client, cursor);
  expect(late.status).toBe(410);
  expect(errorOf(late)).toMatchObject({ code: 'cursor_expired', source: { parameter: 'filter[since]' } });
  expect((await since(client, cursorOf(inTime))).status).toBe(200);
  expect((await client.get(id)).status).toBe(404);
});

test('a cursor of another store has expired, so that a restarted service is listed anew', async () => {
  const before = await start({ records: 3 });
  const after = await start({ records: 3 });
  const answer = await since(after.client, cursorOf(await before.client.list()));
  expect(answer.status).toBe(410);
  expect(errorOf(answer)).toMatchObject({ code: 'cursor_expired' });
});

test.each([['nonsense'], [''], ['MTphYmM6eA']])(
  'refuses "%s", which no service wrote as a cursor',
  async (cursor) => {
    const { client } = await start();
    const answer = await since(client, cursor);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 'bad_cursor', source: { parameter: 'filter[since]' } });
  },
);

test('refuses a cursor together with a range', async () => {
  const { client } = await start();
  const cursor = cursorOf(await client.list());
  expect((await since(client, cursor, '&filter[updated_at]=2026-01-01..2026-02-01')).status).toBe(400);
});

test('origin: offers no cursor and refuses to be asked with one', async () => {
  const { client } = await start({ mode: 'origin', records: 3 });
  expect((await client.list()).body).not.toHaveProperty('meta.sync');
  const answer = await since(client, 'MTphYmM6MQ');
  expect(answer.status).toBe(400);
  expect(errorOf(answer)).toMatchObject({ source: { parameter: 'filter[since]' } });
});
