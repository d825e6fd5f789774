import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startService } from '../../../src/service/start-service.ts';
import type { ServiceOptions } from '../../../src/service/start-service.ts';
import { SCHEMA_STEPS } from '../../../src/service/store/schema.ts';
import { emptyFolder } from '../../support/folder.ts';
import { MarketplaceClient, accountOf } from './marketplace-client.ts';
import { ServiceClient, TOKEN, rowsOf } from './service-client.ts';

/** Runs a service on a file for as long as the work takes. */
async function serving<Value>(
  options: Partial<ServiceOptions> & { readonly db: string },
  work: (marketplace: MarketplaceClient) => Promise<Value>,
): Promise<Value> {
  const service = await startService({ tokens: [TOKEN], ...options });
  try {
    return await work(new MarketplaceClient(new ServiceClient(service.address)));
  } finally {
    await service.close();
  }
}

/** Makes a file as the service did before it had Marketplace Accounts, with one Key Account in it. */
function makeFirstVersion(db: string): void {
  const file = new Sqlite(db);
  const [first = ''] = SCHEMA_STEPS;
  file.exec(first);
  file.exec(`INSERT INTO service (one, epoch, seq, stamp_ms) VALUES (1, 'epoch', 1, 1);
    INSERT INTO key_accounts VALUES ('54ecd774-ac41-4026-a103-03893eedeb53', 'home', 'a@example.com', 'Anna', NULL, NULL,
      NULL, NULL, '2026-01-01T00:00:00Z', 1767225600000, '2026-01-01T00:00:00Z', 1767225600000, 1, 1);`);
  file.pragma('user_version = 1');
  file.close();
}

const schemaOf = (db: string): unknown => {
  const file = new Sqlite(db, { readonly: true });
  const rows = file.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
  const version: unknown = file.pragma('user_version', { simple: true });
  file.close();
  return { rows, version };
};

test('accounts, what was changed and the state before disabling go on after a restart', async () => {
  const db = join(emptyFolder(), 'service.db');
  const before = await serving({ db, accounts: 60 }, async (marketplace) => {
    const { id } = await marketplace.find(({ type, status }) => type === 'Client' && status === 'Active');
    await marketplace.put(id, { name: 'Kept' });
    await marketplace.act(id, 'disable');
    return { id, all: await marketplace.all() };
  });
  await serving({ db, accounts: 60 }, async (marketplace) => {
    expect(await marketplace.all()).toEqual(before.all);
    expect(accountOf(await marketplace.act(before.id, 'enable'))).toMatchObject({
      name: 'Kept',
      status: 'Active',
    });
  });
});

test('updates go on being newer after a restart with a clock that was set back', async () => {
  const db = join(emptyFolder(), 'service.db');
  const at = (time: string, name: string): Promise<string> =>
    serving({ db, accounts: 1, clock: { now: () => Date.parse(time) } }, async (marketplace) => {
      const { id } = await marketplace.find(() => true);
      return accountOf(await marketplace.put(id, { name })).audit.updated.at;
    });
  expect(await at('2026-11-20T08:00:00.000Z', 'a')).toBe('2026-11-20T08:00:00.000Z');
  expect(await at('2026-11-19T08:00:00.000Z', 'b')).toBe('2026-11-20T08:00:00.001Z');
});

test('an update is newer than the whole sample, also when the clock was set back behind it', async () => {
  const db = join(emptyFolder(), 'service.db');
  const early = { now: () => Date.parse('2020-01-01T00:00:00Z') };
  const newest = await serving({ db, accounts: 60 }, async (marketplace) =>
    (await marketplace.all()).map(({ audit }) => audit.updated.at).reduce((a, b) => (a > b ? a : b)),
  );
  await serving({ db, clock: early }, async (marketplace) => {
    const { id } = await marketplace.find(({ audit }) => audit.updated.at < newest);
    expect(accountOf(await marketplace.put(id, { name: 'x' })).audit.updated.at > newest).toBe(true);
  });
});

test('a file from before Marketplace Accounts is opened, keeps its records and can be given sample accounts', async () => {
  const db = join(emptyFolder(), 'old.db');
  makeFirstVersion(db);
  await serving({ db, accounts: 5, records: 5 }, async (marketplace) => {
    expect(rowsOf(await marketplace.client.list())).toMatchObject([{ attributes: { first_name: 'Anna' } }]);
    expect(await marketplace.all()).toHaveLength(5);
  });
});

test('a file that came from before is like a new one', async () => {
  const folder = emptyFolder();
  const [old, fresh] = [join(folder, 'old.db'), join(folder, 'new.db')];
  makeFirstVersion(old);
  for (const db of [old, fresh]) await serving({ db }, () => Promise.resolve());
  expect(schemaOf(old)).toEqual(schemaOf(fresh));
});

test('sample accounts are put into a store without any only', async () => {
  const db = join(emptyFolder(), 'service.db');
  await serving({ db, accounts: 3 }, () => Promise.resolve());
  expect(await serving({ db, accounts: 50 }, (marketplace) => marketplace.all())).toHaveLength(3);
});

test('changes of Marketplace Accounts are none of Key Accounts', async () => {
  const db = join(emptyFolder(), 'service.db');
  await serving({ db, accounts: 3, records: 2 }, async (marketplace) => {
    const rows = rowsOf(await marketplace.client.list());
    const { id } = await marketplace.find(() => true);
    await marketplace.put(id, { name: 'Other' });
    expect(rowsOf(await marketplace.client.list())).toEqual(rows);
  });
});
