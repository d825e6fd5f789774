import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { AccountScreens } from '../support/app/account-screens.ts';
import { copyIn } from '../support/app/files.ts';
import { Inspector } from '../support/app/inspector.ts';
import { test } from '../support/app/test.ts';
import { TestAccounts } from '../support/app/test-accounts.ts';
import { TOKEN } from '../support/app/test-service.ts';

const RENEWED = 'tok_RENEWED_77aa';

// Each looks at many screens in six ways.
test.describe.configure({ timeout: 240_000 });

test('the first run can be used by everybody', async ({ launch }) => {
  const app = await launch();
  const { screens } = app;
  const inspector = await Inspector.for(app);
  await inspector.look('first run');
  await inspector.reflow('first run');
  await screens.button('Connect').click();
  await inspector.look('first run, nothing typed');
  await screens.enterConnection({ address: 'http://127.0.0.1:1', token: TOKEN });
  await expect(screens.alert).toBeVisible();
  await inspector.look('first run, no answer');
  await screens.enterConnection({ address: 'http://me:secret@127.0.0.1:1', token: TOKEN });
  await expect(screens.alert).toContainText('name or password');
  await inspector.look('first run, address refused');
  expect(inspector.found).toEqual([]);
});

test('the list, the record and their menus can be used by everybody', async ({ launch, serve }) => {
  const service = await serve();
  const app = await launch();
  const { screens, page } = app;
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(app);
  await inspector.look('list');
  await inspector.reflow('list');
  await screens.search.fill('nobody is called so');
  await expect(screens.grid).toHaveCount(0);
  await inspector.look('list, no result');
  await screens.search.fill('');
  for (const name of [/^Sort/u, /^Rows and columns/u]) {
    await page.getByRole('button', { name }).click();
    await inspector.look(`menu ${String(name)}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await page.getByRole('button', { name: /^Rows and columns/u }).click();
  await page.getByRole('menuitem', { name: 'Columns…' }).click();
  await inspector.look('columns');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+S');
  await inspector.look('dialog: save view');
  await page.getByRole('textbox', { name: 'Name' }).fill('A view');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'View: A view' }).click();
  await inspector.look('menu of the views');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await screens.rows.first().click();
  await inspector.look('record');
  await inspector.reflow('record');
  await page.getByRole('tab', { name: /^History/u }).click();
  await inspector.look('history');
  await page.getByRole('tab', { name: 'Record' }).click();
  await screens.chooseSync('Work offline');
  await screens.editField('Last name', 'Accessible');
  await inspector.look('list and record, offline, waiting');
  await screens.button('New Key Account').click();
  await inspector.look('new record');
  await inspector.reflow('new record');
  const [person] = await service.people(1);
  await screens.field('E-mail').fill(String(person?.attributes['email']));
  await inspector.look(
    'new record, one alike',
    page.getByRole('region', { name: 'There may be one already' }),
  );
  await inspector.reflow('new record, one alike');
  await page.keyboard.press('Escape');
  await screens.grid.focus();
  await page.keyboard.press('?');
  await expect(screens.dialog).toBeVisible();
  await inspector.look('keys');
  await inspector.reflow('keys');
  expect(inspector.found).toEqual([]);
});

test('the settings and their dialogs can be used by everybody', async ({ launch, serve }) => {
  const service = await serve({ others: [`team:${RENEWED}`] });
  const app = await launch();
  const { screens, page } = app;
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(app);
  await screens.goTo('Settings');
  await screens.button('Back up now').click();
  await screens.button('Replace…').click();
  await screens.button('Test').click();
  await expect(screens.button('Test again')).toBeVisible();
  await inspector.look('settings');
  await inspector.reflow('settings');
  await screens.field('New sign-in token').fill(RENEWED);
  await screens.button('Save').click();
  const question = page.getByRole('region', { name: 'Is this token of the same account?' });
  await inspector.look('question of the account', question);
  await inspector.reflow('question of the account');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await screens.button('Restore…').click();
  await inspector.look('dialog: restore');
  await screens.dialog.getByRole('button', { name: 'Restore this back-up' }).click();
  await inspector.look('report of a recovery', page.getByRole('dialog', { name: 'Your records are back' }));
  await inspector.reflow('report of a recovery');
  expect(inspector.found).toEqual([]);
});

test('the sample can be used by everybody', async ({ launch }) => {
  const app = await launch();
  const { screens, page } = app;
  await screens.button('Explore').click();
  await screens.expectAllSaved();
  const inspector = await Inspector.for(app);
  await screens.button('Sample data').click();
  await inspector.look('menu of the sample');
  await page.getByRole('menuitem', { name: 'Remove sample data…' }).click();
  await inspector.look('dialog: remove sample data');
  expect(inspector.found).toEqual([]);
});

test('a copy that cannot be opened can be put right by everybody', async ({ launch, serve }) => {
  const service = await serve();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.screens.chooseSync('Work offline');
  await first.screens.rows.first().click();
  await first.screens.editField('Last name', 'Unsent');
  await first.close();
  const file = copyIn(first.profileDir);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, 0, 4096));
  const app = await launch({ profileDir: first.profileDir });
  const inspector = await Inspector.for(app);
  await expect(app.page.getByRole('heading', { name: 'Your records could not be opened' })).toBeVisible();
  await inspector.look('records could not be opened');
  await inspector.reflow('records could not be opened');
  expect(inspector.found).toEqual([]);
});

test('several records at once can be used by everybody', async ({ launch, serve }) => {
  const service = await serve();
  const app = await launch();
  const { screens, page } = app;
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(app);
  await screens.search.press('Enter');
  await screens.grid.press('Shift+ArrowDown');
  await expect(page.getByRole('group', { name: 'Selection' })).toContainText('2 selected');
  await inspector.look('list, selection');
  await inspector.reflow('list, selection');
  await screens.rows.first().click({ button: 'right' });
  await inspector.look('menu of a row');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.getByRole('group', { name: 'Selection' }).getByRole('button', { name: 'Edit…' }).click();
  await expect(screens.dialog).toContainText(/record(s)? change/);
  await inspector.look('dialog: edit of many');
  await inspector.reflow('dialog: edit of many');
  expect(inspector.found).toEqual([]);
});

test('the Marketplace can be used by everybody', async ({ launch, serve }) => {
  const service = await serve({ accounts: 60 });
  const account = await new TestAccounts(service).find(
    ({ type, externalId, groups }) => type === 'Client' && externalId !== null && groups.length > 0,
  );
  const app = await launch();
  const { screens } = app;
  const screen = new AccountScreens(screens);
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(app);
  await screens.goTo('Marketplace');
  await expect(screen.grid).toBeVisible();
  await inspector.look('accounts');
  await inspector.reflow('accounts');
  await screen.search.fill('nobody is called so');
  await expect(screen.grid).toHaveCount(0);
  await inspector.look('accounts, no result');
  await screens.chooseSync('Work offline');
  await screen.open(String(account.externalId));
  await screen.step('Disable');
  await expect(screen.status).toContainText('Disabled – waiting to be sent');
  await inspector.look('account');
  await inspector.reflow('account');
  expect(inspector.found).toEqual([]);
});
