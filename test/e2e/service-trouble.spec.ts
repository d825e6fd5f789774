import { expect } from '@playwright/test';
import { committedThen, isMethod, redirectTo, signInPage } from '../support/app/faults.ts';
import { pass } from '../support/wire/fault-proxy.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('a sign-in token that is no longer taken pauses the sending, not the work', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const people = await service.people(2);
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await service.changeToken('tok_NEW_5b1e');
  await screens.edit(String(people[0]?.attributes['email']), { 'Last name': 'Before-Refusal' });
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('Sign-in needed');
  await expect(page.getByText('The service did not accept the sign-in token.')).toBeVisible();
  await screens.edit(String(people[1]?.attributes['email']), { 'Last name': 'After-Refusal' });
  await expect(screens.status).toContainText('2 waiting to send');
  expect(service.writes('PUT')).toBe(0);
  await screens.replaceToken(TOKEN);
  await expect(screens.alert).toContainText('The service did not accept the sign-in token.');
  await expect(screens.status).toContainText('2 waiting to send');
  await screens.field('New sign-in token').fill('tok_NEW_5b1e');
  await screens.button('Save').click();
  await screens.button('Same account').click();
  await screens.expectAllSaved();
  expect(service.writes('PUT')).toBe(2);
  for (const { id } of people) expect((await service.get(id))['last_name']).toMatch(/-Refusal$/);
});

test('the sign-in page of a network is told from the service, and nothing is lost by it', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  line.always(signInPage);
  await screens.edit(String(person.attributes['email']), { 'Last name': 'In-The-Hotel' });
  await screens.chooseSync('Sync now');
  await expect(page.getByText('Something else answered at this address')).toBeVisible();
  await expect(screens.status).toContainText('No connection');
  await expect(screens.status).toContainText('1 waiting to send');
  await screens.search.fill('');
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('12');
  line.always(pass);
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'In-The-Hotel' });
  expect(service.writes('PUT')).toBe(1);
});

test('a redirect to another server is not followed: that server hears nothing, whatever the status', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const elsewhere = await lineTo(service);
  const people = await service.people(4);
  const { screens, page } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  const told = page.getByText('The address points to another place');
  for (const [index, status] of [301, 302, 307, 308].entries()) {
    const person = people[index];
    // The same computer by another name, as the same service behind another origin would be.
    const away = redirectTo(() => elsewhere.address.replace('127.0.0.1', 'localhost'), status);
    line.always(away);
    await screens.edit(String(person?.attributes['email']), { 'Last name': `Redirected-${String(status)}` });
    await screens.chooseSync('Sync now');
    await expect(told).toBeVisible();
    // Now only the write is sent away.
    const writes = line.seen.filter(({ method }) => method === 'PUT').length;
    line.always((exchange) => (exchange.request.method === 'PUT' ? away : pass)(exchange));
    await screens.chooseSync('Sync now');
    await expect
      .poll(() => line.seen.filter(({ method }) => method === 'PUT').length)
      .toBeGreaterThan(writes);
    await expect(told).toBeVisible();
    expect(service.writes('PUT')).toBe(index);
    line.always(pass);
    await screens.chooseSync('Sync now');
    await screens.expectAllSaved();
  }
  expect(elsewhere.seen).toEqual([]);
  expect(service.writes('PUT')).toBe(4);
});

test('an answer that is lost is found out, and the edit is not sent twice', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  const lost = line.next(
    isMethod('PUT', person.id),
    committedThen(() => undefined),
  );
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Answer-Lost' });
  await screens.chooseSync('Sync now');
  await lost;
  await screens.expectAllSaved();
  expect(service.writes('PUT')).toBe(1);
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Answer-Lost' });
});

test('a list that is cut in the middle removes nothing', async ({ launch, serve, lineTo }) => {
  const service = await serve({ mode: 'origin' });
  const line = await lineTo(service);
  const { screens, page } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  line.always(async ({ forward, cutWithin }) => {
    cutWithin(await forward(), 2000);
  });
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('No connection');
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('12');
  line.always(pass);
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('12');
});

test('a record that the service refuses waits for the person, and the others go on', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const taken = await service.create({ first_name: 'Has', last_name: 'It', remote_id: 'guid-that-is-taken' });
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.makeRecord({ 'First name': 'Wants', 'Last name': 'Too', 'SSO GUID': 'guid-that-is-taken' });
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Goes-On' });
  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('1 needs attention');
  await expect.poll(() => service.get(person.id)).toMatchObject({ last_name: 'Goes-On' });
  await screens.openRecord('Wants Too');
  await expect(page.getByText('The server says')).toBeVisible();
  await screens.field('SSO GUID').fill('guid-of-its-own');
  await screens.field('SSO GUID').press('Enter');
  await expect(page.getByText('The server says')).toHaveCount(0);
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  const guids = (await service.list()).map(({ attributes }) => attributes['remote_id']);
  expect(guids).toContain('guid-of-its-own');
  expect(await service.get(taken)).toMatchObject({ remote_id: 'guid-that-is-taken' });
});
