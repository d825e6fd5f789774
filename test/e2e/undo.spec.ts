import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('an edit is taken back before it is sent, and then nothing is sent', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'Too-Quick');
  await page.keyboard.press('Control+z');
  await expect(screens.field('Last name')).toHaveValue(String(person.attributes['last_name']));
  await expect(screens.status).not.toContainText('waiting to send');
  await service.up();
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(service.writes('PUT')).toBe(0);
  expect(await service.get(person.id)).toEqual(person.attributes);
});

test('a notice of a name without a place to break stays in the window, and its button whole', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'Xaverius'.repeat(30));
  await page.keyboard.press('Control+z');
  const notice = page.getByRole('status', { name: 'Notices' });
  await expect(notice).toContainText('Taken back');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const lineHeight = await notice.evaluate((element) => parseFloat(getComputedStyle(element).lineHeight));
  const redo = await notice.getByRole('button', { name: 'Redo' }).boundingBox();
  expect(redo?.height).toBeLessThan(2 * lineHeight);
});

test('an edit is taken back after it was sent, and the service gets the old value', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'Sent-Already');
  await screens.chooseSync('Sync now');
  await expect.poll(() => service.get(person.id)).toMatchObject({ last_name: 'Sent-Already' });
  await screens.expectAllSaved();
  await page.getByRole('tab', { name: /^History/ }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Edited here' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await page.getByRole('tab', { name: 'Record' }).click();
  await expect(screens.field('Last name')).toHaveValue(String(person.attributes['last_name']));
  await screens.chooseSync('Sync now');
  await expect
    .poll(() => service.get(person.id))
    .toMatchObject({ last_name: person.attributes['last_name'] });
  await screens.expectAllSaved();
  expect(service.writes('PUT')).toBe(2);
});

test('a value of the history is restored by the keyboard, taken back by its notice, and sent', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'First-Idea');
  await screens.editField('Last name', 'Second-Idea');
  await page.getByRole('tab', { name: /^History/ }).click();
  const restore = page.getByRole('button', { name: /^Restore this value/ });
  // The value that the field has needs no restoring.
  await expect(restore).toHaveCount(1);
  await expect(restore).toHaveAccessibleName('Restore this value: Last name First-Idea');
  await restore.press('Enter');
  await expect(restore).toHaveAccessibleName('Restore this value: Last name Second-Idea');
  await page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(restore.first()).toHaveAccessibleName('Restore this value: Last name First-Idea');
  await restore.first().press('Enter');
  await expect(restore.first()).toHaveAccessibleName('Restore this value: Last name Second-Idea');
  await screens.chooseSync('Sync now');
  await expect.poll(() => service.get(person.id)).toMatchObject({ last_name: 'First-Idea' });
  await screens.expectAllSaved();
});

test('a value is not restored over an open decision', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'First-Idea');
  await screens.editField('Last name', 'Second-Idea');
  await page.getByRole('tab', { name: /^History/ }).click();
  const restore = page.getByRole('button', { name: /^Restore this value/ });
  await expect(restore).toHaveCount(1);
  await service.edit(person.id, { last_name: 'From-Elsewhere' });
  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('1 needs your decision');
  await expect(restore).toHaveCount(0);
});

test('a record made without a connection is found, edited, kept and sent once', async ({ launch, serve }) => {
  const service = await serve();
  const { screens } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  await screens.makeRecord({
    'First name': 'Zoë',
    'Last name': 'Ångström-Šimůnek',
    'SSO GUID': '90071992547409931',
  });
  await screens.openRecord('simunek');
  await screens.field('E-mail').fill('zoe@offline.example');
  await screens.field('E-mail').press('Enter');
  await expect(screens.status).toContainText('1 waiting to send');
  await service.up();
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  const made = (await service.list()).filter(
    ({ attributes }) => attributes['last_name'] === 'Ångström-Šimůnek',
  );
  expect(made).toHaveLength(1);
  expect(made[0]?.attributes).toMatchObject({
    first_name: 'Zoë',
    email: 'zoe@offline.example',
    remote_id: '90071992547409931',
  });
  expect(await service.count()).toBe(13);
  expect(service.writes('POST')).toBe(1);
});
