import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { readResourceState } from '../../../src/main/database/sync-state.ts';
import type { Transport } from '../../../src/main/ports.ts';
import { MODE_NAMES, type ModeName } from '../../../src/service/mode.ts';
import { startService } from '../../../src/service/start-service.ts';
import { Device } from '../../support/device.ts';
import type { Fault } from '../../support/faults.ts';
import { emptyFolder } from '../../support/folder.ts';
import { ServiceClient } from '../../support/service-client.ts';
import { ServiceClock } from '../../support/service-clock.ts';
import { rounds, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

/** Answers with what the service said to the same kind of request some time before. */
const heldBack = async ({ world }: SyncedLaptop, path: string): Promise<Fault> => {
  const response = await fetch(`${world.address}/api/v2/user/key_accounts${path}`, {
    headers: { authorization: 'Bearer field-token' },
  });
  const body = await response.text();
  const headers = { 'content-type': 'application/vnd.api+json', date: response.headers.get('date') ?? '' };
  return () => Promise.resolve(new Response(body, { status: 200, headers }));
};

const PAGE = '?page=1&per_page=150&sort=created_at';

describe('step 2, Pull, of a version that a newer one had replaced', () => {
  test('from a cache: the record is asked for and stays as it is', async () => {
    const desk = await syncedLaptop({ mode: 'origin' });
    const { laptop, line, id } = desk;
    const stale = await heldBack(desk, PAGE);
    laptop.edit(id, 'first_name', 'Mine');
    await rounds(desk, 2);
    line.next('GET', stale);
    line.seen.length = 0;
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { first_name: 'Mine' } });
    expect(line.seen.some(({ url }) => url.endsWith(`/${id}`))).toBe(true);
    await rounds(desk, 1);
    expect(laptop.record(id).values['first_name']).toBe('Mine');
  });

  test('from a replica that is behind: the record waits until it has caught up', async () => {
    const desk = await syncedLaptop({ mode: 'origin' });
    const { laptop, line, id, world } = desk;
    const [stalePage, staleRecord] = [await heldBack(desk, PAGE), await heldBack(desk, `/${id}`)];
    await world.colleague.edit(id, { first_name: 'Theirs' });
    await rounds(desk, 1);
    line.next('GET', stalePage);
    line.next('GET', staleRecord);
    await laptop.round();
    expect(laptop.record(id).values['first_name']).toBe('Theirs');
    await rounds(desk, 1);
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { first_name: 'Theirs' } });
    expect(readResourceState(laptop.db, keyAccounts, 'rewound')).toBeUndefined();
  });

  test.each(MODE_NAMES)(
    'a replica that is behind for one round is not believed, also where an edit waits, in %s mode',
    async (mode) => {
      const desk = await syncedLaptop({ mode });
      const { laptop, line, id, world } = desk;
      const stale = await heldBack(desk, `/${id}`);
      const stalePage = await heldBack(desk, PAGE);
      await world.colleague.edit(id, { first_name: 'Theirs' });
      await rounds(desk, 1);
      laptop.edit(id, 'last_name', 'Mine');
      const honest = laptop.options.transport ?? fetch;
      laptop.options.transport = (url, request) => {
        if (request.method !== 'GET') return honest(url, request);
        return (url.includes('?') ? stalePage : stale)(url, request, line.transport);
      };
      await laptop.round();
      laptop.options.transport = honest;
      expect(laptop.record(id).values).toMatchObject({ first_name: 'Theirs', last_name: 'Mine' });
      await rounds(desk, 2);
      expect(laptop.record(id)).toMatchObject({
        state: 'clean',
        values: { first_name: 'Theirs', last_name: 'Mine' },
      });
      expect(readResourceState(laptop.db, keyAccounts, 'rewound')).toBeUndefined();
    },
  );
});

type Restorable = {
  readonly laptop: Device;
  readonly network: { isThere: boolean };
  readonly colleague: () => ServiceClient;
  readonly backUp: () => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly pass: () => void;
  readonly id: RecordId;
};

/** A laptop and a service whose file can be put back to an earlier state. */
async function restorable(mode: ModeName): Promise<Restorable> {
  const folder = emptyFolder();
  const [db, kept] = [join(folder, 'service.db'), join(folder, 'kept.db')];
  const clock = new ServiceClock();
  const tokens = ['field-token'] as const;
  const start = (records: number) => startService({ mode, tokens, records, seed: 7, clock, db });
  let service = await start(12);
  onTestFinished(() => service.close());
  const network = { isThere: true };
  const transport: Transport = (url, request) =>
    network.isThere
      ? fetch(new URL(new URL(url).pathname + new URL(url).search, service.address), request)
      : Promise.reject(new TypeError('fetch failed'));
  const laptop = new Device('http://service.test', { token: 'field-token', transport });
  onTestFinished(() => {
    laptop.dispose();
  });
  await laptop.round();
  clock.pass(5000);
  const again = async (work: () => void) => {
    await service.close();
    work();
    service = await start(0);
    clock.pass(60_000);
  };
  const [id] = laptop.ids();
  if (!id) throw new Error('The service has no record.');
  return {
    laptop,
    network,
    id,
    colleague: () => new ServiceClient(service.address, 'field-token'),
    backUp: () =>
      again(() => {
        copyFileSync(db, kept);
      }),
    restore: () =>
      again(() => {
        copyFileSync(kept, db);
      }),
    pass: () => {
      clock.pass(5000);
    },
  };
}

describe.each(MODE_NAMES)('a service restored from a back-up, in %s mode', (mode) => {
  test('is believed when it says so twice; unsent edits stay, and a person is told', async () => {
    const { laptop, colleague, backUp, restore, pass, id } = await restorable(mode);
    const before = laptop.record(id).values['first_name'];
    await backUp();
    await colleague().put(id, { first_name: 'After the back-up' }, new Date('2026-11-20T12:00:00Z'));
    pass();
    await laptop.round();
    expect(laptop.record(id).values['first_name']).toBe('After the back-up');
    laptop.edit(id, 'last_name', 'Not sent yet');
    await restore();
    for (let round = 0; round < 4; round += 1) {
      pass();
      await laptop.round();
    }
    expect(laptop.record(id)).toMatchObject({
      state: 'clean',
      values: { first_name: before, last_name: 'Not sent yet' },
    });
    expect(await colleague().get(id)).toMatchObject({ first_name: before, last_name: 'Not sent yet' });
    expect(readResourceState(laptop.db, keyAccounts, 'rewound')).toMatchObject({ records: 1 });
    const lines = laptop.db.all('SELECT kind, changes FROM history WHERE id = :id', { id }) as {
      kind: string;
      changes: string;
    }[];
    expect(lines.map(({ kind }) => kind)).toContain('rewound');
    expect(lines.some(({ changes }) => changes.includes('After the back-up'))).toBe(true);
  });

  test('and written to since is the same here in every record, also where the app started without a network', async () => {
    const { laptop, network, colleague, backUp, restore, pass, id } = await restorable(mode);
    const before = laptop.record(id).values['first_name'];
    await backUp();
    await colleague().put(id, { first_name: 'After the back-up' }, new Date('2026-11-20T12:00:00Z'));
    pass();
    await laptop.round();
    expect(laptop.record(id).values['first_name']).toBe('After the back-up');
    await restore();
    for (const other of laptop
      .ids()
      .filter((one) => one !== id)
      .slice(0, 3)) {
      pass();
      await colleague().put(other, { last_name: 'Since' }, new Date('2026-11-20T13:00:00Z'));
    }
    laptop.restart();
    network.isThere = false;
    await laptop.round('start');
    network.isThere = true;
    for (const trigger of ['reconnect', 'interval', 'interval'] as const) {
      pass();
      await laptop.round(trigger);
    }
    expect(laptop.record(id).values['first_name']).toBe(before);
  });
});
