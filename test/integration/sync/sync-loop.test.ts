import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { openDesk, type Desk } from '../../../src/main/desk.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { readDetail } from '../../../src/main/records/record-detail.ts';
import { listRounds } from '../../../src/main/database/rounds.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { randomUUID } from 'node:crypto';
import { answered, FaultyLine, lostRequest } from '../../support/faults.ts';
import { testPorts } from '../../support/device.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { startWorld, type World } from '../../support/world.ts';

const MINUTE = 60_000;

type Running = {
  readonly desk: Desk;
  readonly clock: VirtualClock;
  readonly line: FaultyLine;
  readonly world: World;
  /** Resolves when the status says so. */
  readonly until: (isReached: (status: SyncStatus) => boolean) => Promise<void>;
  readonly edit: (id: RecordId, value: string) => void;
};

async function running({
  file = join(tempFolder(), 'copy.db'),
  token = 'field-token',
} = {}): Promise<Running> {
  const world = await startWorld();
  const line = new FaultyLine();
  const clock = new VirtualClock();
  const opened = openDesk({
    connection: { kind: 'service', address: world.address, label: 'the service' },
    file,
    token: () => token,
    transport: line.transport,
    ports: { ...testPorts, clock, random: () => 1 },
    intervalMinutes: () => 5,
    onStatus: () => undefined,
    onRecordsChanged: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.failure.detail);
  const desk = opened.value;
  onTestFinished(() => desk.close());
  return {
    desk,
    clock,
    line,
    world,
    until: (isReached) =>
      vi.waitFor(() => {
        expect(isReached(desk.loop.status())).toBe(true);
      }),
    edit: (id, value) => {
      const seen = readDetail(desk.db, desk.resource, id)?.values['last_download'] ?? null;
      const edit = { operation: OperationId.parse(randomUUID()), id, field: 'last_download', value, seen };
      editRecord(desk.db, desk.resource, { edit, at: new Date(clock.now()).toISOString() });
      desk.changed([id]);
    },
  };
}

const isQuiet = ({ progress, nextRoundAt }: SyncStatus): boolean =>
  progress === undefined && nextRoundAt !== undefined;
const causes = ({ db }: Desk): string[] => listRounds(db, 50).map(({ trigger }) => trigger);

test('the first round runs at once and everything is saved', async () => {
  const { desk, until } = await running();
  expect(desk.loop.status()).toMatchObject({ connection: 'connecting', allSaved: false });
  await until(isQuiet);
  expect(desk.loop.status()).toMatchObject({
    connection: 'connected',
    allSaved: true,
    counts: { total: 12 },
  });
});

test('the next round comes after the interval', async () => {
  const { desk, clock, until } = await running();
  await until(isQuiet);
  expect(clock.next).toBe(5 * MINUTE);
  clock.pass(5 * MINUTE);
  await until((status) => isQuiet(status) && causes(desk).length === 2);
  expect(causes(desk)).toEqual(['interval', 'start']);
});

test('an edit goes out three seconds after it was made', async () => {
  const { desk, clock, line, world, until, edit } = await running();
  await until(isQuiet);
  edit(await world.first(), 'now');
  expect(desk.loop.status()).toMatchObject({ allSaved: false, counts: { waiting: 1 } });
  expect(clock.next).toBe(3000);
  expect(line.sent('PUT')).toEqual([]);
  clock.pass(3000);
  await until(({ allSaved }) => allSaved);
  expect(line.sent('PUT')).toHaveLength(1);
  expect(causes(desk)[0]).toBe('edit');
});

test('a resume waits three seconds before it asks', async () => {
  const { desk, clock, until } = await running();
  await until(isQuiet);
  desk.loop.request('resume');
  expect(clock.next).toBe(3000);
  clock.pass(3000);
  await until(() => causes(desk)[0] === 'resume');
});

test('failures are tried again later each time, and a person’s word tries at once', async () => {
  const { desk, clock, line, until } = await running();
  await until(isQuiet);
  const waits: (number | undefined)[] = [];
  for (let failure = 0; failure < 4; failure += 1) {
    line.next('GET', lostRequest);
    desk.loop.request('person');
    await until((status) => isQuiet(status) && causes(desk).length === failure + 2);
    waits.push(clock.next);
  }
  expect(waits).toEqual([2000, 4000, 8000, 16_000]);
  expect(desk.loop.status()).toMatchObject({
    connection: 'no-connection',
    allSaved: false,
    failure: { kind: 'unreachable' },
  });
  clock.pass(16_000);
  await until(({ connection }) => connection === 'connected');
});

test('a service that asks to be left alone is left alone for as long', async () => {
  const { clock, line, until, desk } = await running();
  await until(isQuiet);
  line.next('GET', answered(503, '', { 'retry-after': '600' }));
  desk.loop.request('person');
  await until((status) => isQuiet(status) && status.failure?.kind === 'busy');
  expect(clock.next).toBe(10 * MINUTE);
});

test('a sign-in that is refused keeps the edit and asks for a new one', async () => {
  const { desk, until, clock } = await running({ token: 'not-the-token' });
  await until(isQuiet);
  expect(desk.loop.status()).toMatchObject({ connection: 'signed-out', failure: { kind: 'signed-out' } });
  expect(clock.next).toBe(5 * MINUTE);
});

test('working offline holds every request, through a restart, until it is taken back', async () => {
  const file = join(tempFolder(), 'copy.db');
  const first = await running({ file });
  await first.until(isQuiet);
  first.desk.loop.workOffline(true);
  first.edit(await first.world.first(), 'offline');
  first.clock.pass(10 * MINUTE);
  first.desk.loop.request('person');
  expect(first.desk.loop.status()).toMatchObject({ connection: 'offline-by-choice', nextRoundAt: undefined });
  expect(first.line.sent('PUT')).toEqual([]);
  await first.desk.close();

  const second = await running({ file });
  expect(second.desk.loop.status()).toMatchObject({
    connection: 'offline-by-choice',
    counts: { waiting: 1 },
  });
  expect(second.line.seen).toEqual([]);
  second.desk.loop.workOffline(false);
  await second.until((status) => isQuiet(status) && status.connection === 'connected');
  expect(second.line.seen.length).toBeGreaterThan(0);
});

test('going offline in the middle of a round ends it and lies about nothing', async () => {
  const { desk, line, until } = await running();
  await until(isQuiet);
  await new Promise<void>((arrived) => {
    line.next('GET', (_url, request) => {
      arrived();
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => {
          reject(new Error('given up'));
        });
      });
    });
    desk.loop.request('person');
  });
  desk.loop.workOffline(true);
  await until(({ progress }) => progress === undefined);
  expect(desk.loop.status()).toMatchObject({ connection: 'offline-by-choice', failure: undefined });
});

test('rounds that are asked for while one runs become one', async () => {
  const { desk, until } = await running();
  await until(isQuiet);
  for (let press = 0; press < 20; press += 1) desk.loop.request('person');
  await until((status) => isQuiet(status) && causes(desk).length === 3);
});

test('a round that meets a full disk says so and is tried again', async () => {
  const { desk, until, clock, world } = await running();
  await until(isQuiet);
  await world.colleague.edit(await world.first(), { first_name: 'New' });
  desk.db.run(
    `CREATE TEMP TRIGGER full BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  );
  desk.loop.request('person');
  await until((status) => isQuiet(status) && status.failure?.kind === 'local-copy');
  expect(desk.loop.status().allSaved).toBe(false);
  desk.db.run('DROP TRIGGER full');
  clock.pass(2000);
  await until(({ allSaved }) => allSaved);
});
