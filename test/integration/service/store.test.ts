import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startService } from '../../../src/service/start-service.ts';
import type { ServiceOptions } from '../../../src/service/start-service.ts';
import { ServiceClient, TOKEN, cursorOf, resourceOf, rowsOf, tokenOf } from './service-client.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'service-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Runs a service on a file for as long as the work takes. */
async function serving<Value>(
  options: Partial<ServiceOptions> & { readonly db: string },
  work: (client: ServiceClient) => Promise<Value>,
): Promise<Value> {
  const service = await startService({ tokens: [TOKEN], ...options });
  try {
    return await work(new ServiceClient(service.address));
  } finally {
    await service.close();
  }
}

test('a store in a file goes on after a restart: records, deletions, keys and cursors', async () => {
  const db = join(await newFolder(), 'service.db');
  const before = await serving({ db, records: 5 }, async (client) => {
    const cursor = cursorOf(await client.list());
    const created = await client.post({ first_name: 'Anna' }, { key: 'k1' });
    const [row] = rowsOf(await client.list());
    await client.remove(row?.id ?? '');
    return { cursor, created, removed: row?.id ?? '', rows: rowsOf(await client.list()) };
  });
  await serving({ db, records: 5 }, async (client) => {
    expect(rowsOf(await client.list())).toEqual(before.rows);
    expect((await client.get(before.removed)).status).toBe(410);
    expect((await client.post({ first_name: 'Anna' }, { key: 'k1' })).body).toEqual(before.created.body);
    const changes = rowsOf(await client.list(`?filter[since]=${before.cursor}`));
    expect(changes.map(({ id }) => id)).toEqual([resourceOf(before.created).id, before.removed]);
  });
});

test('tokens go on growing after a restart, even when the clock was set back meanwhile', async () => {
  const db = join(await newFolder(), 'service.db');
  const at = (time: string): Promise<string> =>
    serving({ db, clock: { now: () => Date.parse(time) } }, async (client) => tokenOf(await client.post({})));
  const first = await at('2026-11-20T08:00:00.000Z');
  const second = await at('2026-11-19T08:00:00.000Z');
  expect([first, second]).toEqual(['2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.001Z']);
});

test('sample people are put into a new store only', async () => {
  const db = join(await newFolder(), 'service.db');
  await serving({ db }, (client) => client.make());
  expect(await serving({ db, records: 50 }, async (client) => rowsOf(await client.list()))).toHaveLength(1);
});

test('one file can be served in either mode', async () => {
  const db = join(await newFolder(), 'service.db');
  const clock = { now: () => Date.parse('2026-11-20T08:00:00.456Z') };
  const made = await serving({ db, clock }, (client) => client.make({ remote_id: 88 }));
  const seen = await serving({ db, clock, mode: 'origin' }, async (client) =>
    resourceOf(await client.get(made.id)),
  );
  expect(made.attributes).toMatchObject({ remote_id: 88, updated_in_db_at: '2026-11-20T08:00:00.456Z' });
  expect(seen.attributes).toMatchObject({ remote_id: '88', updated_in_db_at: '2026-11-20T08:00:00Z' });
});

test('a file is kept with a write-ahead log and holds no sign-in token', async () => {
  const db = join(await newFolder(), 'service.db');
  await serving({ db, records: 2 }, (client) => client.make());
  const file = new Sqlite(db, { readonly: true });
  expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
  file.close();
  expect((await readFile(db)).includes(TOKEN)).toBe(false);
});

test('a file that is no store of this service is left as it is', async () => {
  const folder = await newFolder();
  const text = join(folder, 'notes.txt');
  await writeFile(text, 'These are notes, and they are long enough to be looked at. '.repeat(40));
  const foreign = join(folder, 'foreign.db');
  const database = new Sqlite(foreign);
  database.exec('CREATE TABLE cats (name TEXT)');
  database.close();
  const newer = join(folder, 'newer.db');
  await serving({ db: newer }, (client) => client.make());
  const later = new Sqlite(newer);
  later.pragma('user_version = 99');
  later.close();
  for (const db of [text, foreign, newer]) {
    const before = await readFile(db);
    await expect(startService({ tokens: [TOKEN], db })).rejects.toThrow(
      /not a database|something else|version is 99/,
    );
    expect((await readFile(db)).equals(before)).toBe(true);
  }
});
