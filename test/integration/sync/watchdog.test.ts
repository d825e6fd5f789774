import { expect, test } from 'vitest';
import { answered, type Fault } from '../../support/faults.ts';
import { isQuiet, openDeskIn } from '../../support/running-desk.ts';
import { startWorld } from '../../support/world.ts';

const MINUTES = 60_000;

test('a request without any answer is given up, and found out in a later round', async () => {
  const world = await startWorld();
  const { desk, clock, line, until, edit } = openDeskIn(world);
  await until(isQuiet);
  const id = await world.first();
  // A line that neither answers nor fails, nor heeds anybody who gives it up.
  const silent: Promise<Response> = new Promise(() => undefined);
  line.next('PUT', () => silent);
  edit(id, 'Mine');
  clock.pass(3000);
  await until(() => line.sent('PUT').length === 1);
  clock.pass(10_000);
  expect(desk.loop.status().stuck).toBeUndefined();
  clock.pass(200_000);
  await until(isQuiet);
  expect(desk.loop.status()).toMatchObject({ stuck: undefined, allSaved: false });
  clock.pass(5 * MINUTES);
  await until(({ allSaved }) => allSaved);
  expect(await world.colleague.get(id)).toMatchObject({ last_download: 'Mine' });
});

test('a record that fails again and again is named, with since when and why', async () => {
  const world = await startWorld();
  const { desk, clock, line, until, edit } = openDeskIn(world);
  await until(isQuiet);
  const id = await world.first();
  edit(id, 'Mine');
  const trouble = answered(500, JSON.stringify({ errors: [{ status: '500', title: 'Oh' }] }));
  for (let tries = 0; tries < 60; tries += 1) line.next('PUT', trouble);
  for (let waits = 0; waits < 10 && !desk.loop.status().stuck; waits += 1) {
    const rounds = line.sent('PUT').length;
    clock.pass(2 * MINUTES);
    clock.pass(5 * MINUTES);
    await until((status) => isQuiet(status) && line.sent('PUT').length > rounds);
  }
  expect(desk.loop.status().stuck).toMatchObject({ id, why: 'failing' });
  expect(desk.loop.status().stuck?.since).toMatch(/^2030-01-07T09/);
});

test('a record that never gets to where it can be sent is named as well', async () => {
  const world = await startWorld();
  const { desk, clock, line, until, edit } = openDeskIn(world);
  await until(isQuiet);
  const id = await world.first();
  // Without the service's time no token is ever sealed.
  const dateless: Fault = async (url, request, real) => {
    const answer = await real(url, request);
    const headers = new Headers(answer.headers);
    headers.delete('date');
    return new Response(await answer.text(), { status: answer.status, headers });
  };
  for (let request = 0; request < 300; request += 1) line.next('GET', dateless);
  await world.colleague.edit(id, { last_name: 'Theirs' });
  desk.loop.request('person');
  await until(isQuiet);
  edit(id, 'Mine');
  for (let waits = 0; waits < 20 && !desk.loop.status().stuck; waits += 1) {
    const asked = line.seen.length;
    clock.pass(3 * MINUTES);
    await until((status) => isQuiet(status) && line.seen.length > asked);
  }
  expect(desk.loop.status().stuck).toMatchObject({ id, why: 'failing' });
});
