import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { expect, test } from 'vitest';
import { overwrite, readServerCopy } from '../../../src/main/sync/overwrite.ts';
import { answered, beforeAnswer, lostAnswer } from '../../support/faults.ts';
import { isQuiet, quietDesk } from '../../support/running-desk.ts';

test('a service that asks to be left alone is not asked again by an edit made meanwhile', async () => {
  const { desk, clock, line, world, until, turnOver } = await quietDesk();
  const id = await world.first();
  const busy = answered(429, '{}', { 'content-type': 'application/json', 'retry-after': '60' });
  line.next('GET', (url, request, real) => {
    desk.changed([id]);
    return busy(url, request, real);
  });
  const before = line.seen.length;
  desk.loop.request('person');
  await until((status) => isQuiet(status) && status.failure?.kind === 'busy');
  expect(clock.next).toBe(60_000);
  clock.pass(59_999);
  await turnOver();
  expect(line.seen).toHaveLength(before + 1);
  clock.pass(1);
  await until(({ connection, failure }) => connection === 'connected' && failure === undefined);
});

test('a person’s word during a round is not turned into an edit’s round by the next edit', async () => {
  const { desk, line, world, until, causes } = await quietDesk({ mode: 'origin' });
  const id = await world.first();
  line.next(
    'GET',
    beforeAnswer(() => {
      desk.loop.request('person');
      desk.changed([id]);
    }),
  );
  desk.loop.request('interval');
  await until((status) => isQuiet(status) && causes().length >= 3);
  expect(causes().reverse().slice(0, 3)).toEqual(['start', 'interval', 'person']);
});

test('waiting for a token to be sealed does not list everything again each second', async () => {
  const { clock, line, world, until, edit, causes } = await quietDesk({ mode: 'origin' });
  const id = await world.first();
  edit(id, 'One');
  clock.pass(3000);
  await until((status) => isQuiet(status) && status.allSaved);
  expect(line.sent('PUT')).toHaveLength(1);
  const lists = () => line.seen.filter(({ url }) => url.includes('page=')).length;
  const before = lists();
  const had = causes().length;
  edit(id, 'Two');
  for (let look = 1; look <= 4; look += 1) {
    clock.pass(3000);
    await until((status) => isQuiet(status) && causes().length === had + look);
  }
  expect(lists()).toBe(before);
  expect(line.sent('PUT')).toHaveLength(1);
  world.clock.pass(3000);
  clock.pass(3000);
  await until(({ allSaved }) => allSaved);
  expect(lists()).toBe(before);
  expect(line.sent('PUT')).toHaveLength(2);
});

test('an error in the local copy between two rounds does not end the sync', async () => {
  const { desk, clock, until } = await quietDesk();
  // Both resources are asked for what is due when it is sent; the next question decides how long to wait.
  const { all } = desk.db;
  let asked = 0;
  Object.assign(desk.db, {
    all: (...query: Parameters<typeof all>) => {
      if (!query[0].includes('FROM outbox o CROSS JOIN') || (asked += 1) !== 3) return all(...query);
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
    },
  });
  desk.loop.request('person');
  await until((status) => isQuiet(status) && status.failure?.kind === 'local-copy');
  expect(clock.next).toBe(2000);
  clock.pass(2000);
  await until(({ allSaved }) => allSaved);
});

test('an overwrite of unknown outcome is found out soon, not after the interval', async () => {
  const { desk, clock, line, world, until, edit } = await quietDesk();
  const id = await world.first();
  edit(id, 'Mine');
  await world.colleague.edit(id, { last_download: 'Theirs' });
  desk.loop.request('person');
  await until((status) => isQuiet(status) && status.counts.decisions === 1);
  const copy = await desk.loop.betweenRounds(keyAccounts, (context) => readServerCopy(context, id));
  if (!copy?.ok) throw new Error('The service’s copy could not be read.');
  const { version } = copy.value;
  line.next('PUT', lostAnswer);
  await desk.loop.betweenRounds(keyAccounts, (context) => overwrite(context, { id, version }));
  expect(clock.next).toBeLessThan(60_000);
  world.clock.pass(3000);
  clock.pass(3000);
  await until(({ allSaved }) => allSaved);
  expect(line.sent('PUT')).toHaveLength(1);
});
