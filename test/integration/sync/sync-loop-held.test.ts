import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { expect, test } from 'vitest';
import { listRounds } from '../../../src/main/database/rounds.ts';
import { gate } from '../../support/gate.ts';
import { openDeskIn, quietDesk } from '../../support/running-desk.ts';
import { startWorld } from '../../support/world.ts';

test('closing in the moment of opening sends nothing', async () => {
  const world = await startWorld();
  const { desk, line } = openDeskIn(world);
  await desk.close();
  expect(line.seen).toEqual([]);
});

test('a round that waits behind a piece of work does not run once a person works offline', async () => {
  const { desk, line, causes, turnOver } = await quietDesk();
  const before = line.seen.length;
  const { open, opened } = gate();
  const work = desk.loop.betweenRounds(keyAccounts, () => opened);
  desk.loop.request('person');
  desk.loop.workOffline(true);
  open();
  await work;
  await turnOver();
  expect(line.seen).toHaveLength(before);
  expect(causes()).toEqual(['start']);
});

test('work that waits behind other work is not done once a person works offline', async () => {
  const { desk, line, world } = await quietDesk();
  const id = await world.first();
  const before = line.seen.length;
  const { open, opened } = gate();
  const first = desk.loop.betweenRounds(keyAccounts, () => opened);
  const second = desk.loop.betweenRounds(keyAccounts, (context) => context.remote.get(id, context.signal));
  desk.loop.workOffline(true);
  open();
  await first;
  expect(await second).toBeUndefined();
  expect(line.seen).toHaveLength(before);
});

test('a round that a person ended by working offline is not listed as "no connection"', async () => {
  const { desk, line, until, turnOver } = await quietDesk();
  const { open, opened } = gate();
  line.next('GET', () => {
    open();
    return new Promise<Response>(() => undefined);
  });
  desk.loop.request('person');
  await opened;
  desk.loop.workOffline(true);
  await until(({ progress }) => progress === undefined);
  await turnOver();
  expect(listRounds(desk.db, 50).map(({ failure }) => failure)).toEqual([undefined]);
});
