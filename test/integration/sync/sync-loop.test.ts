import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answered, lostRequest } from '../../support/faults.ts';
import { isQuiet, quietDesk, openDeskIn, runningDesk } from '../../support/running-desk.ts';
import { emptyFolder } from '../../support/folder.ts';

const MINUTE = 60_000;

test('the first round runs at once and everything is saved', async () => {
  const { desk, until } = await runningDesk();
  expect(desk.loop.status()).toMatchObject({ connection: 'connecting', allSaved: false });
  await until(isQuiet);
  expect(desk.loop.status()).toMatchObject({
    connection: 'connected',
    allSaved: true,
    counts: { total: 12 },
  });
});

test('the next round comes after the interval', async () => {
  const { clock, until, causes } = await quietDesk();
  expect(clock.next).toBe(5 * MINUTE);
  clock.pass(5 * MINUTE);
  await until((status) => isQuiet(status) && causes().length === 2);
  expect(causes()).toEqual(['interval', 'start']);
});

test('an edit goes out three seconds after it was made', async () => {
  const { desk, clock, line, world, until, edit, causes } = await quietDesk();
  edit(await world.first(), 'now');
  expect(desk.loop.status()).toMatchObject({ allSaved: false, counts: { waiting: 1 } });
  expect(clock.next).toBe(3000);
  expect(line.sent('PUT')).toEqual([]);
  clock.pass(3000);
  await until(({ allSaved }) => allSaved);
  expect(line.sent('PUT')).toHaveLength(1);
  expect(causes()[0]).toBe('edit');
});

test('a resume waits three seconds before it asks', async () => {
  const { desk, clock, until, causes } = await quietDesk();
  desk.loop.request('resume');
  expect(clock.next).toBe(3000);
  clock.pass(3000);
  await until(() => causes()[0] === 'resume');
});

test('failures are tried again later each time, and a person’s word tries at once', async () => {
  const { desk, clock, line, until, causes } = await quietDesk();
  const waits: (number | undefined)[] = [];
  for (let failure = 0; failure < 4; failure += 1) {
    line.next('GET', lostRequest);
    desk.loop.request('person');
    await until((status) => isQuiet(status) && causes().length === failure + 2);
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
  const { clock, line, until, desk } = await quietDesk();
  line.next('GET', answered(503, '', { 'retry-after': '600' }));
  desk.loop.request('person');
  await until((status) => isQuiet(status) && status.failure?.kind === 'busy');
  expect(clock.next).toBe(10 * MINUTE);
});

test('a sign-in that is refused keeps the edit and asks for a new one', async () => {
  const { desk, clock } = await quietDesk({ token: 'not-the-token' });
  expect(desk.loop.status()).toMatchObject({ connection: 'signed-out', failure: { kind: 'signed-out' } });
  expect(clock.next).toBe(5 * MINUTE);
});

test('working offline holds every request, through a restart, until it is taken back', async () => {
  const file = join(emptyFolder(), 'copy.db');
  const first = await quietDesk({ file });
  first.desk.loop.workOffline(true);
  first.edit(await first.world.first(), 'offline');
  first.clock.pass(10 * MINUTE);
  first.desk.loop.request('person');
  expect(first.desk.loop.status()).toMatchObject({ connection: 'offline-by-choice', nextRoundAt: undefined });
  expect(first.line.sent('PUT')).toEqual([]);
  await first.desk.close();

  const second = openDeskIn(first.world, { file });
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
  const { desk, line, until } = await quietDesk();
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
  const { desk, until, causes } = await quietDesk();
  for (let press = 0; press < 20; press += 1) desk.loop.request('person');
  await until((status) => isQuiet(status) && causes().length === 3);
});

test('a round that meets a full disk says so and is tried again', async () => {
  const { desk, until, clock, world } = await quietDesk();
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
