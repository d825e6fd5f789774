import { expect } from '@playwright/test';
import { valueOf } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('edits made while the service is away outlive a restart and reach it when it is back', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const people = await service.people(3);
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  const edits = ['First name', 'Last name', 'E-mail'] as const;
  for (const [index, { attributes }] of people.entries()) {
    await first.screens.openRecord(String(attributes['email']));
    await first.screens.editField(edits[index] ?? 'First name', `offline-${String(index)}@example.org`);
  }
  await first.screens.makeRecord({ 'First name': 'Ottilie', 'Last name': 'Óffline' });
  await expect(first.screens.status).toContainText('4 waiting to send');
  await first.close();

  const { screens } = await launch({ profileDir: first.profileDir });
  await expect(screens.status).toContainText('4 waiting to send');
  await expect(screens.status).toContainText('No connection');
  await screens.openRecord('offline-0');
  await expect(screens.field('First name')).toHaveValue('offline-0@example.org');
  await screens.openRecord('Ottilie');
  await expect(screens.page.getByText('Waiting to send', { exact: true })).toBeVisible();

  await service.up();
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  const names = ['first_name', 'last_name', 'email'] as const;
  for (const [index, { id, attributes }] of people.entries()) {
    const name = names[index] ?? 'first_name';
    const now = await service.get(id);
    expect(now).toMatchObject({
      first_name: attributes['first_name'],
      last_name: attributes['last_name'],
      email: attributes['email'],
      [name]: `offline-${String(index)}@example.org`,
    });
  }
  expect(await service.count()).toBe(13);
  expect([service.writes('PUT'), service.writes('POST')]).toEqual([3, 1]);
});

test('Sync now sends at once what an outage has kept here', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'Kept');
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('No connection');
  await expect(screens.status).toContainText('1 waiting to send');
  await service.up();
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Kept' });
  expect(service.writes('PUT')).toBe(1);
});

test('an edit is sent by itself, without a word of the person', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'By-Itself');
  await expect.poll(() => service.writes('PUT')).toBe(1);
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'By-Itself' });
});

test('Work offline holds every request, also through a restart', async ({ launch, serve, lineTo }) => {
  const service = await serve();
  const line = await lineTo(service);
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const first = await launch();
  await first.screens.connect({ address: line.address, token: TOKEN });
  await first.screens.chooseSync('Work offline');
  await expect(first.screens.status).toContainText('Working offline');
  const before = line.seen.length;
  await first.screens.openRecord(String(person.attributes['email']));
  await first.screens.editField('Last name', 'Held');
  await valueOf(first.api.sync.now());
  // An edit is sent three seconds after it was made: that it is not takes longer than that to see.
  await first.page.waitForTimeout(4000);
  expect(line.seen).toHaveLength(before);
  await first.close();

  const { screens, api } = await launch({ profileDir: first.profileDir });
  await expect(screens.status).toContainText('Working offline');
  await expect(screens.status).toContainText('1 waiting to send');
  expect((await valueOf(api.sync.status())).nextRoundAt).toBeUndefined();
  expect(line.seen).toHaveLength(before);
  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('Sign-in needed');
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Held' });
});
