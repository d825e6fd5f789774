import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { signInPage } from '../support/app/faults.ts';
import { copyIn, filesHolding } from '../support/app/files.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('connects with the right token and shows the whole list', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await expect(screens.rows).toHaveCount(12);
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('12');
  const [person] = await service.people(1);
  await expect(screens.grid).toContainText(String(person?.attributes['email']));
});

test('what a sync wrote is soon in the file itself, beside the main process', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, profileDir } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const [person] = await service.people(1);
  const file = copyIn(profileDir);
  // Twelve records are far from where SQLite would write them into the file by itself.
  await expect.poll(() => readFileSync(file).includes(String(person?.attributes['email']))).toBe(true);
});

test('refuses a wrong token in plain words and keeps nothing of it', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, profileDir, api } = await launch();
  await screens.enterConnection({ address: service.address, token: 'tok_WRONG_e07b' });
  await expect(screens.alert).toContainText('The service did not accept the sign-in token.');
  await expect(screens.alert).toContainText('Nothing was changed on this laptop.');
  expect(await valueOf(api.app.state())).toEqual({ screen: 'first-run' });
  expect(existsSync(join(profileDir, 'copies'))).toBe(false);
  expect(filesHolding(profileDir, ['tok_WRONG_e07b', new URL(service.address).host])).toEqual([]);
});

test('tells another web page from the service', async ({ launch, serve, lineTo }) => {
  const line = await lineTo(await serve());
  line.always(signInPage);
  const { screens, profileDir } = await launch();
  await screens.enterConnection({ address: line.address, token: TOKEN });
  await expect(screens.alert).toContainText('Something else answered at this address');
  expect(existsSync(join(profileDir, 'copies'))).toBe(false);
});

test('says what a copy holds that the settings know nothing of, and opens it', async ({ launch, serve }) => {
  const service = await serve({ accounts: 3 });
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.close();
  rmSync(join(first.profileDir, 'settings.json'));
  const { screens, page } = await launch({ profileDir: first.profileDir });
  const found = page.getByRole('region', { name: 'Your records are on this laptop' });
  await expect(found.getByText('12 Key Accounts · 3 Marketplace accounts', { exact: true })).toBeVisible();
  await found.getByRole('button', { name: /^Open / }).click();
  await expect(screens.rows).toHaveCount(12);
});

test('says that nobody answers, and connects when the service is there', async ({ launch, serve }) => {
  const service = await serve();
  await service.down();
  const { screens } = await launch();
  await screens.enterConnection({ address: service.address, token: TOKEN });
  await expect(screens.alert).toContainText('The service cannot be reached from here.');
  await service.up();
  await screens.button('Connect').click();
  await expect(screens.rows).toHaveCount(12);
});

test('sends no token to an address that is not safe', async ({ launch, afterwards }) => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { screens } = await launch();
  // Chromium finds every name under .localhost on this very computer: a request would arrive.
  await screens.enterConnection({ address: `http://service.localhost:${String(port)}`, token: TOKEN });
  await expect(screens.alert).toContainText('Only addresses that begin with https:// are safe enough.');
  await screens.enterConnection({ address: `http://me:secret@127.0.0.1:${String(port)}`, token: TOKEN });
  await expect(screens.alert).toContainText('The address has a name or password in it.');
  expect(requests).toBe(0);
});

test('explores sample data: a labelled list, a colleague, a decision, and a clean removal', async ({
  launch,
}) => {
  const { screens, page, profileDir, api } = await launch();
  await screens.button('Explore').click();
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('400');
  await expect(screens.button('Sample data')).toContainText('Invented people');
  await screens.expectAllSaved();

  await screens.chooseSync('Work offline');
  await screens.rows.first().click();
  await screens.editField('Last name', 'Lindqvist');
  await screens.button('Sample data').click();
  await page.getByRole('menuitem', { name: 'Let a colleague edit' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('A colleague edited 1 record');
  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('1 needs your decision');

  const state = await valueOf(api.app.state());
  if (state.screen !== 'desk') throw new Error('The sample is not open.');
  await screens.button('Sample data').click();
  await page.getByRole('menuitem', { name: 'Remove sample data…' }).click();
  await screens.dialog.getByRole('button', { name: 'Remove sample data' }).click();
  await expect(screens.button('Explore')).toBeVisible();
  expect(existsSync(join(profileDir, 'sample'))).toBe(false);
  expect(filesHolding(profileDir, ['Lindqvist'])).toEqual([]);
  await expect(fetch(state.connection.address)).rejects.toThrow('fetch failed');
});

test('opens the sample again after a restart, with the edits made on it', async ({ launch }) => {
  const first = await launch();
  await first.screens.button('Explore').click();
  await first.screens.expectAllSaved();
  await first.screens.chooseSync('Work offline');
  await first.screens.rows.first().click();
  await first.screens.editField('Last name', 'Lindqvist');
  await first.close();
  const { screens } = await launch({ profileDir: first.profileDir });
  await expect(screens.button('Sample data')).toBeVisible();
  await expect(screens.status).toContainText('1 waiting to send');
  await screens.openRecord('Lindqvist');
  await expect(screens.field('Last name')).toHaveValue('Lindqvist');
});
