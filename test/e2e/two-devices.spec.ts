import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('edits of different fields on two laptops are merged without a question', async ({
  launch,
  serve,
  device,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const other = device(service);
  await other.round();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.edit(String(person.attributes['email']), { 'E-mail': 'mine@example.org' });
  other.edit(person.id, 'last_name', 'From-The-Other');
  await other.round();
  service.passTime(3000);
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  const both = { email: 'mine@example.org', last_name: 'From-The-Other' };
  expect(await service.get(person.id)).toMatchObject(both);
  await screens.openRecord('mine@example.org');
  await expect(screens.field('Last name')).toHaveValue('From-The-Other');
  await screens.goTo('Decisions');
  await expect(page.getByText('Nothing needs your decision').first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Merged for you' })).toContainText('E-mail yours');
  service.passTime(3000);
  await other.round();
  expect(other.record(person.id)).toMatchObject({ state: 'clean', values: both });
});

test('edits of the same field on two laptops become one decision, and both end with its result', async ({
  launch,
  serve,
  device,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const other = device(service);
  await other.round();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Mine' });
  other.edit(person.id, 'last_name', 'Theirs');
  await other.round();
  service.passTime(3000);
  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('1 needs your decision');
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Theirs' });
  await screens.goTo('Decisions');
  await page.getByRole('button', { name: /^Use yours/ }).click();
  await page.getByRole('button', { name: /^Save result/ }).click();
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Mine' });
  service.passTime(3000);
  await other.round();
  expect(other.record(person.id)).toMatchObject({ state: 'clean', values: { last_name: 'Mine' } });
});

test('the same edit on two laptops is no question at all', async ({ launch, serve, device }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const other = device(service);
  await other.round();
  const { screens } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Agreed' });
  other.edit(person.id, 'last_name', 'Agreed');
  await other.round();
  service.passTime(3000);
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  expect(service.writes('PUT')).toBe(1);
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Agreed' });
});

test('a record made on the other laptop appears in the open list', async ({ launch, serve, device }) => {
  const service = await serve();
  const other = device(service);
  await other.round();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  other.create({ first_name: 'Made', last_name: 'Elsewhere' });
  await other.round();
  await screens.chooseSync('Sync now');
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('13');
  await screens.openRecord('Elsewhere');
});
