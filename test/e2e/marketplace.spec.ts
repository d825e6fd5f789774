import { expect } from '@playwright/test';
import { AccountScreens } from '../support/app/account-screens.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { idOf, TestAccounts } from '../support/app/test-accounts.ts';
import { TOKEN } from '../support/app/test-service.ts';
import { pass } from '../support/wire/fault-proxy.ts';

/** What a service answers that knows nothing of accounts. */
const NOT_FOUND = {
  status: 404,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ errors: [{ status: '404', title: 'Not found' }] }),
};

test('the accounts are listed, found, sorted and narrowed', async ({ launch, serve }) => {
  const service = await serve({ accounts: 80 });
  const accounts = new TestAccounts(service);
  const { screens, page } = await launch();
  const screen = new AccountScreens(screens);
  await screens.connect({ address: service.address, token: TOKEN });
  await page.keyboard.press('Control+4');
  await expect(screen.grid).toHaveAttribute('aria-rowcount', '81');
  const nav = page.getByRole('navigation', { name: 'Main navigation' });
  await expect(nav.getByRole('button', { name: 'Marketplace 80', exact: true })).toBeVisible();
  await expect(nav.getByRole('button', { name: 'Key Accounts 12', exact: true })).toBeVisible();

  // A hit that no column shows stands in the place of the place.
  const found = await accounts.find(({ technicalSupportEmail }) => technicalSupportEmail !== null);
  await screen.search.fill(String(found.technicalSupportEmail));
  await expect(screen.rows).toHaveCount(1);
  await expect(screen.rows.locator('mark')).toHaveText(String(found.technicalSupportEmail));
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('1 of 80');

  await screen.search.fill('nobody is called so');
  await expect(page.getByRole('heading', { name: 'No account matches “nobody is called so”' })).toBeVisible();
  await screens.button('Show all accounts').click();
  await expect(screen.grid).toHaveAttribute('aria-rowcount', '81');

  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Waiting 0' }).click();
  await expect(page.getByRole('heading', { name: 'No account matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Waiting 0' }).click();

  // The palette finds accounts, too.
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Find or do…' })).toBeFocused();
  await page.keyboard.type(found.name);
  const accountsFound = page.getByRole('group', { name: 'Marketplace accounts' });
  await accountsFound.getByRole('option').first().click();
  await expect(page.getByRole('heading', { name: found.name })).toBeVisible();
  await page.keyboard.press('Escape');

  // A row has a menu with what can be asked of it, and nothing of people.
  await screen.rows.first().click({ button: 'right' });
  await expect(page.getByRole('menuitem')).toHaveText([
    /^Open the record/,
    /history/,
    'Copy e-mail',
    /again/,
    /Discard/,
  ]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);

  // The keyboard alone is enough.
  await page.keyboard.press('Control+F');
  await expect(screen.search).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(screen.grid).toBeFocused();
  await page.keyboard.press('End');
  await expect(screen.grid).toHaveAttribute('aria-activedescendant', 'list-row-79');
  await page.keyboard.press('Enter');
  await expect(screens.field('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(screen.grid).toBeFocused();

  // The search was asked for once, and is not again on the way back.
  await screens.goTo('Sync centre');
  await screens.goTo('Marketplace');
  await expect(screen.grid).toBeVisible();
  await expect(screen.search).not.toBeFocused();
});

test('an account edited offline is there after a restart, and on the service after the connection', async ({
  launch,
  serve,
}) => {
  const service = await serve({ accounts: 20 });
  const accounts = new TestAccounts(service);
  const account = await accounts.find(({ externalId }) => externalId !== null);
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.screens.chooseSync('Work offline');
  await new AccountScreens(first.screens).open(String(account.externalId));
  await first.screens.editField('Name', 'Edited Offline Ltd');
  await first.screens.editField('City', 'Ås');
  const level = first.page.getByRole('combobox', { name: 'Service level' });
  await level.fill('A level of its own');
  await level.press('Enter');
  await expect(first.screens.status).toContainText('1 waiting to send');
  await first.close();

  const { screens, page } = await launch({ profileDir: first.profileDir });
  const screen = new AccountScreens(screens);
  await screen.open('Edited Offline Ltd');
  await expect(page.getByRole('heading', { name: 'Edited Offline Ltd' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'History 3' })).toBeVisible();
  await screens.replaceToken(TOKEN);
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  const { name, address, serviceLevel, revision } = await accounts.get(account.id);
  expect({ name, city: address.city, serviceLevel }).toEqual({
    name: 'Edited Offline Ltd',
    city: 'Ås',
    serviceLevel: 'A level of its own',
  });
  // What a person did not touch is as it was.
  expect(address).toEqual({ ...account.address, city: 'Ås' });
  expect(revision).toBe(account.revision + 1);

  // What was sent can be taken back, too.
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => (await accounts.get(account.id)).serviceLevel).toBe(account.serviceLevel);
});

test('a step of the status is taken offline, says that it waits, and is taken by the service', async ({
  launch,
  serve,
}) => {
  const service = await serve({ accounts: 60 });
  const accounts = new TestAccounts(service);
  const account = await accounts.find(
    ({ type, status, externalId }) => type === 'Client' && status === 'Enabled' && externalId !== null,
  );
  const { screens, page } = await launch();
  const screen = new AccountScreens(screens);
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screen.open(String(account.externalId));
  await screen.status.getByRole('button', { name: 'Activate' }).press('Enter');
  await expect(screen.status).toContainText('Active – waiting to be sent');
  // Its button is gone; who works by the keys is still there.
  await expect(screen.status).toBeFocused();
  await expect(screen.status).toContainText('Edited here');
  // The toast's undo takes the step back, as that of any edit.
  await page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(screen.status.locator('p').first()).toHaveText('Enabled');
  await screen.step('Activate');
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  await expect(screen.status.locator('p').first()).toHaveText('Active');
  expect((await accounts.get(account.id)).status).toBe('Active');
  await expect(page.getByText('Activated', { exact: true })).toBeVisible();
});

test('an edit of an account is taken back from its history', async ({ launch, serve }) => {
  const service = await serve({ accounts: 20 });
  const account = await new TestAccounts(service).find(({ externalId }) => externalId !== null);
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await new AccountScreens(screens).open(String(account.externalId));
  await screens.editField('Name', 'Taken Back Ltd');
  await page.getByRole('tab', { name: /^History/ }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: /^Undo/ }).first().click();
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('Taken back');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Record' }).click();
  await expect(screens.field('Name')).toHaveValue(account.name);
});

test('a step that lacks something cannot be taken, and says what it lacks', async ({ launch, serve }) => {
  const service = await serve({ accounts: 60 });
  const account = await new TestAccounts(service).find(
    ({ type, status, externalId }) => type === 'Client' && status === 'Enabled' && externalId === null,
  );
  const { screens, page, api } = await launch();
  const screen = new AccountScreens(screens);
  await screens.connect({ address: service.address, token: TOKEN });
  await screen.open(account.name);
  const activate = screen.status.getByRole('button', { name: 'Activate' });
  await expect(activate).toBeDisabled();
  await expect(activate).toHaveAccessibleDescription('Needs an external ID before it can be active.');
  await activate.focus();
  await page.keyboard.press('Enter');
  expect((await valueOf(api.records.get({ id: idOf(account) }))).values['status']).toBe('Enabled');
  await screens.editField('External ID', 'WW-42');
  await expect(activate).toBeEnabled();
});

test('where a colleague changed the same field, the person decides', async ({ launch, serve }) => {
  const service = await serve({ accounts: 20 });
  const accounts = new TestAccounts(service);
  const account = await accounts.find(({ externalId }) => externalId !== null);
  const { screens, page } = await launch();
  const screen = new AccountScreens(screens);
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screen.open(String(account.externalId));
  await screens.editField('Name', 'Mine Ltd');
  await accounts.edit(account.id, { name: 'Theirs Ltd', description: 'Told by a colleague' });
  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('1 needs your decision');
  await expect(screens.noteOf('Name')).toContainText('Needs your decision');
  await page.getByRole('button', { name: 'Decide…' }).first().click();
  const decision = page.getByRole('region', { name: 'Decision' });
  await expect(decision).toContainText('Theirs Ltd');
  await expect(decision.getByRole('region', { name: 'Resulting record' })).toContainText(
    'Told by a colleague',
  );
  await page.keyboard.press('1');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await screens.expectAllSaved();
  const { name, description } = await accounts.get(account.id);
  expect({ name, description }).toEqual({ name: 'Mine Ltd', description: 'Told by a colleague' });
});

test('what the service refuses needs attention, and the sync centre leads to the account', async ({
  launch,
  serve,
}) => {
  const service = await serve({ accounts: 20 });
  const accounts = new TestAccounts(service);
  const account = await accounts.find(({ externalId }) => externalId !== null);
  const { screens, page } = await launch();
  const screen = new AccountScreens(screens);
  await screens.connect({ address: service.address, token: TOKEN });
  await screen.open(String(account.externalId));
  await screens.editField('Name', '');
  await expect(screens.status).toContainText('1 needs attention');
  const card = page.getByRole('region', { name: 'Needs attention' });
  await expect(card).toContainText(/The server says about Name “.+”/u);
  await screens.goTo('Sync centre');
  await page.getByRole('region', { name: 'Sync centre' }).getByRole('button', { name: 'Edit' }).click();
  await expect(screens.field('Name')).toBeFocused();
  await card.getByRole('button', { name: 'Discard mine' }).click();
  await expect(screens.field('Name')).toHaveValue(account.name);
  await screens.expectAllSaved();
});

test('where the service has no account for a person, the screen says so', async ({ launch, serve }) => {
  const service = await serve({ accounts: 0 });
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.goTo('Marketplace');
  await expect(page.getByRole('heading', { name: 'No Marketplace accounts yet' })).toBeVisible();
  await screens.button('Go to Key Accounts').click();
  await expect(screens.grid).toBeVisible();
});

test('of a service that does not know accounts nothing is shown', async ({ launch, serve, lineTo }) => {
  const line = await lineTo(await serve({ accounts: 3 }));
  line.always(async (exchange) => {
    if (exchange.request.url.startsWith('/public/')) exchange.answer(NOT_FOUND);
    else await pass(exchange);
  });
  const { screens, page } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  const nav = page.getByRole('navigation', { name: 'Main navigation' });
  await expect(nav.getByRole('button', { name: /^Key Accounts/ })).toBeVisible();
  await expect(nav.getByRole('button', { name: /^Marketplace/ })).toHaveCount(0);
  await page.keyboard.press('Control+4');
  await expect(screens.grid).toBeVisible();
});
