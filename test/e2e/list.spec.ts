import { rmSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { launchApp, type App } from '../support/app/launch-app.ts';
import { Screens } from '../support/app/screens.ts';
import { keepEvidence, test } from '../support/app/test.ts';
import { TestService, TOKEN } from '../support/app/test-service.ts';

// Nothing is written here: the tests share an app and a service.
let service: TestService;
let app: App;
let screens: Screens;

test.beforeAll(async () => {
  service = await TestService.start();
  await service.create({ first_name: 'Aaaron', last_name: 'Ångström', email: 'zoe@first.example' });
  await service.create({ first_name: 'Łukasz', last_name: 'Nygård', remote_id: 'ab12-known-guid-34cd' });
  await service.create({ first_name: 'Zzoë', last_name: 'O’Neill-Škvorecký', email: 'aaa@last.example' });
  app = await launchApp();
  screens = new Screens(app.page);
  await screens.connect({ address: service.address, token: TOKEN });
});

test.beforeEach(async () => {
  await screens.search.fill('');
  await expect(shown()).toHaveText('15');
});

// Playwright reads the names of what is needed from the first pattern.
test.afterEach(async ({}, info) => {
  await keepEvidence(app, info);
});

test.afterAll(async () => {
  await app.kill();
  await service.end();
  rmSync(app.profileDir, { recursive: true, force: true });
});

/** How many records the list says it shows. */
const shown = (): Locator => app.page.getByRole('status', { name: 'Shown' });

test('reads a record as the service has it', async () => {
  const [person] = await service.people(1);
  const { first_name, last_name, email } = person?.attributes ?? {};
  await screens.openRecord(String(email));
  await expect(screens.field('First name')).toHaveValue(String(first_name));
  await expect(screens.field('Last name')).toHaveValue(String(last_name));
  await expect(screens.field('E-mail')).toHaveValue(String(email));
  await expect(screens.page.getByRole('region', { name: 'Kept by the server' })).toContainText(
    String(person?.attributes['updated_in_db_at']),
  );
});

test('finds people by names without their marks, by e-mail and by SSO GUID, also inside words', async () => {
  const finds: readonly (readonly [string, string])[] = [
    ['angstrom', 'Aaaron Ångström'],
    ['ANGSTRÖM', 'Aaaron Ångström'],
    ['lukasz nyg', 'Łukasz Nygård'],
    ["o'neill", 'Zzoë O’Neill-Škvorecký'],
    ['vorecky', 'Zzoë O’Neill-Škvorecký'],
    ['zoe@first', 'Aaaron Ångström'],
    ['known-guid', 'Łukasz Nygård'],
  ];
  for (const [search, name] of finds) {
    await screens.search.fill(search);
    await expect(shown()).toHaveText('1 of 15');
    await expect(screens.rows.first()).toContainText(name);
  }
});

test('says that nothing matches, and shows all again with Esc', async () => {
  await screens.search.fill('nobody-of-this-name');
  await expect(app.page.getByText('No Key Account matches “nobody-of-this-name”')).toBeVisible();
  await screens.search.press('Escape');
  await expect(screens.search).toHaveValue('');
  await expect(shown()).toHaveText('15');
});

test('goes into what was searched for, however fast Enter follows the last letter', async () => {
  const { keyboard } = app.page;
  await screens.search.focus();
  // Sent in one go: the list does not know the last letters yet when Enter comes.
  await Promise.all([keyboard.insertText('nyg'), keyboard.insertText('ard'), keyboard.press('Enter')]);
  await expect(shown()).toHaveText('1 of 15');
  await expect(screens.search).toHaveValue('nygard');
  await expect(screens.grid).toBeFocused();
  await expect(screens.grid).toHaveAttribute('aria-activedescendant', 'list-row-0');
  await expect(screens.rows.first()).toContainText('Łukasz Nygård');
});

test('lets a search that is emptied at once find nothing any more', async () => {
  const { keyboard } = app.page;
  await screens.search.focus();
  await Promise.all([keyboard.insertText('nyg'), keyboard.insertText('ard'), keyboard.press('Escape')]);
  await expect(screens.search).toHaveValue('');
  await expect(shown()).toHaveText('15');
  await expect(screens.rows).toHaveCount(15);
});

test('sorts by a column, and the other way round', async () => {
  const header = app.page.getByRole('columnheader', { name: 'Name' });
  const byName = header.getByRole('button');
  if ((await header.getAttribute('aria-sort')) !== 'ascending') await byName.click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(screens.rows.first()).toContainText('Aaaron Ångström');
  await byName.click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(screens.rows.last()).toContainText('Aaaron Ångström');
  await app.page.getByRole('columnheader', { name: 'E-mail' }).getByRole('button').click();
  await expect(screens.rows.first()).toContainText('aaa@last.example');
});

test('opens with the mouse and with the keyboard', async () => {
  await screens.search.fill('Aaaron');
  await expect(screens.rows).toHaveCount(1);
  await screens.search.press('Escape');
  await expect(screens.rows).toHaveCount(15);
  await screens.rows.nth(1).click();
  await expect(screens.rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(app.page.getByText('2 of 15')).toBeVisible();
  await screens.grid.press('ArrowDown');
  await expect(screens.rows.nth(2)).toHaveAttribute('aria-current', 'true');
  await expect(app.page.getByText('3 of 15')).toBeVisible();
  await screens.grid.press('End');
  await expect(app.page.getByText('15 of 15')).toBeVisible();
  await screens.grid.press('Enter');
  await expect(screens.field('First name')).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(screens.field('First name')).toHaveCount(0);
});
