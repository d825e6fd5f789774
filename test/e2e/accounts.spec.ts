import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const RENEWED = 'tok_RENEWED_77aa';
const ANOTHER = 'tok_ANOTHER_31c9';

const question = (page: Page): Locator =>
  page.getByRole('region', { name: 'Is this token of the same account?' });

test('a renewed token of the same account goes on with the records, and sends what waits', async ({
  launch,
  serve,
}) => {
  const service = await serve({ others: [`team:${RENEWED}`] });
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Sent-By-Renewed' });
  await screens.replaceToken(RENEWED);
  await expect(question(page)).toBeFocused();
  await expect(question(page)).toContainText('12 records of this service and 1 unsent change');
  await expect(question(page)).toContainText('Your 1 unsent change is sent with this token.');
  await expect(question(page)).toContainText(
    'The 1 unsent change stays here and waits for the first account.',
  );
  await question(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(question(page)).toHaveCount(0);
  expect(service.writes('PUT')).toBe(0);
  await screens.replaceToken(RENEWED);
  await expect(question(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('Sign-in token replaced');
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Sent-By-Renewed' });
});

test('another account gets a copy of its own, and the edits of the first wait for the first', async ({
  launch,
  serve,
}) => {
  const service = await serve({ others: [`elsewhere:${ANOTHER}`] });
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Of-The-First' });
  await screens.replaceToken(ANOTHER);
  await question(page).getByRole('button', { name: 'Another account' }).click();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toContainText('(account 2)');
  // Nothing of the first account is left on the screen.
  await expect(page.getByText('Of-The-First')).toHaveCount(0);
  await expect(screens.status).not.toContainText('waiting to send');
  await expect(screens.status).toContainText('Connected');
  expect(service.writes('PUT')).toBe(0);
  // A token that was used before is known: it is not asked about again.
  await screens.replaceToken(TOKEN);
  await expect(screens.status).toContainText('1 waiting to send');
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Of-The-First' });
});

test('the first run asks too, where this laptop has records of the address already', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.close();
  for (const name of ['accounts.json', 'settings.json']) rmSync(join(first.profileDir, name));
  const { screens, page } = await launch({ profileDir: first.profileDir });
  await screens.enterConnection({ address: service.address, token: TOKEN });
  await expect(question(page)).toBeFocused();
  await question(page).getByRole('button', { name: 'Same account' }).click();
  await expect(screens.rows).toHaveCount(12);
  await screens.expectAllSaved();
});
