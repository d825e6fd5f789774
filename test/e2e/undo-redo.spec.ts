import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('acts are taken back and done again in their order, also after a restart', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const before = String(person.attributes['last_name']);
  const first = await launch();
  const { screens, page } = first;
  await screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', 'First-Edit');
  await screens.editField('Last name', 'Second-Edit');
  await page.keyboard.press('Control+z');
  await expect(screens.field('Last name')).toHaveValue('First-Edit');
  await page.keyboard.press('Control+z');
  await expect(screens.field('Last name')).toHaveValue(before);
  await expect(page.getByText('Taken back: Edit of')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(screens.field('Last name')).toHaveValue('First-Edit');
  await page.keyboard.press('Control+Shift+z');
  await expect(screens.field('Last name')).toHaveValue('Second-Edit');
  await first.kill();
  const again = await launch({ profileDir: first.profileDir });
  await again.screens.openRecord('second-edit');
  await again.page.keyboard.press('Control+z');
  await expect(again.screens.field('Last name')).toHaveValue('First-Edit');
  await again.page.getByRole('button', { name: 'Redo' }).click();
  await expect(again.screens.field('Last name')).toHaveValue('Second-Edit');
});

test('a new record is taken back before it is sent, and comes back by redo', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  await screens.makeRecord({ 'First name': 'Zoë', 'Last name': 'Taken-Back' });
  await expect(screens.status).toContainText('1 waiting to send');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Record' })).toHaveCount(0);
  await expect(screens.status).not.toContainText('waiting to send');
  await page.keyboard.press('Control+Shift+z');
  await expect(screens.status).toContainText('1 waiting to send');
  await service.up();
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(service.writes('POST')).toBe(1);
});

test('select all in a field that nobody has typed in selects its text', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  const field = screens.field('Last name');
  await field.press('End');
  await field.press('Control+a');
  await page.keyboard.type('Whole');
  await expect(field).toHaveValue('Whole');
});
