import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RecordId } from '#shared/model/ids.ts';
import { LogCheck, type LogEntry } from '../../src/main/database/decision-log.ts';
import { meetInConflict } from '../support/app/conflict.ts';
import { isMethod } from '../support/app/faults.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { chooseFromMenu } from '../support/app/menu.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';
import type { Fault } from '../support/wire/fault-proxy.ts';

const centre = (page: Page): Locator => page.getByRole('region', { name: 'Sync centre' });
const state = (page: Page): Locator => centre(page).getByRole('heading', { level: 1 });
const nameOf = (attributes: Readonly<Record<string, unknown>>): string =>
  `${String(attributes['first_name'])} ${String(attributes['last_name'])}`;

test('what waits is listed as it is sent, and gone when the service has it', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const [first, second] = await service.people(2);
  if (!first || !second) throw new Error('There is nobody.');
  const { screens, page, api } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  await page.keyboard.press('Control+Shift+O');
  await expect(screens.status).toContainText('Working offline');
  await screens.edit(String(first.attributes['email']), { 'Last name': ' Løvås-Ünal ' });
  await screens.edit(String(second.attributes['email']), { 'First name': 'Ana Lúcia', 'SSO GUID': '007' });
  await screens.makeRecord({ 'First name': 'Zoë' });
  await page.keyboard.press('Control+3');
  await expect(state(page)).toHaveText('3 changes are waiting to send');
  await expect(centre(page)).toContainText('Working offline since');
  const rows = centre(page).getByRole('article');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText(String(first.attributes['last_name']));
  await expect(rows.nth(1)).toContainText('Ana Lúcia');
  await expect(rows.nth(1)).toContainText('SSO GUID');
  await expect(rows.nth(2)).toContainText('New');
  const { rows: listed } = await valueOf(api.sync.unsent({ part: 'waiting', offset: 0, limit: 50 }));
  await centre(page).getByRole('button', { name: 'Go online' }).click();
  await expect(state(page)).toHaveText('All saved to the server', { timeout: 20_000 });
  await expect(rows).toHaveCount(0);
  for (const { id, changes } of listed) {
    const now = await service.get(id);
    expect(changes.map(({ field }) => now[field])).toEqual(changes.map(({ after }) => after));
  }
  await expect(centre(page).getByRole('region', { name: 'Last rounds' })).toContainText(/Sent 3/u);
});

/** The service's no to a reference that another record has. */
const taken: Fault = ({ answer }) => {
  const error = {
    status: '422',
    title: 'Unprocessable Entity',
    detail: 'Remote id has already been taken.',
    source: { pointer: '/data/attributes/remote_id' },
  };
  answer({
    status: 422,
    headers: { 'content-type': 'application/vnd.api+json' },
    body: JSON.stringify({ errors: [error] }),
  });
};

test('a refused record: the server’s sentence, the way to its field, another try, and discarding with a way back', async ({
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
  const refused = line.next(isMethod('PUT', person.id), taken);
  await screens.edit(String(person.attributes['email']), { 'SSO GUID': 'TAKEN-88' });
  await refused;
  await screens.status.getByRole('button', { name: '1 needs attention' }).click();
  await expect(state(page)).toHaveText('1 needs attention');
  const row = centre(page).getByRole('article', { name: nameOf(person.attributes) });
  await expect(row).toContainText(/The server says“.*taken.*”/u);
  await expect(row).toContainText('Your 1 change is kept on this laptop.');

  await row.getByRole('button', { name: 'Edit SSO GUID' }).click();
  await expect(screens.field('SSO GUID')).toBeFocused();
  await expect(screens.field('SSO GUID')).toHaveValue('TAKEN-88');

  await screens.goTo('Sync centre');
  const again = line.next(isMethod('PUT', person.id), taken);
  await row.getByRole('button', { name: 'Try again' }).click();
  await again;
  // The row among those that wait has no sentence of the server's.
  const refusedAgain = row.filter({ hasText: 'The server says' });
  await refusedAgain.getByRole('button', { name: 'Discard mine' }).click();
  await expect(row).toHaveCount(0);
  await screens.expectAllSaved();
  await page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => service.get(person.id)).toMatchObject({ remote_id: 'TAKEN-88' });
  await screens.expectAllSaved();
});

test('a waiting edit and a new record are discarded and taken back by the keyboard and the menu', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page, electronApp, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Not-To-Be' });
  await screens.makeRecord({ 'First name': 'Nobody', 'Last name': 'Yet' });
  await screens.goTo('Sync centre');
  const made = centre(page).getByRole('article', { name: 'Nobody Yet' });
  await made.getByRole('button', { name: 'Nobody Yet' }).focus();
  await expect
    .poll(() =>
      electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('discard-mine')?.enabled),
    )
    .toBe(true);
  await chooseFromMenu(laptop, 'discard-mine');
  await expect(made).toHaveCount(0);
  expect((await valueOf(api.sync.status())).counts.total).toBe(12);
  await page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(made).toBeVisible();
  const edited = centre(page).getByRole('article').first();
  await edited.hover();
  await edited.getByRole('button', { name: 'Discard mine' }).click();
  await expect(state(page)).toHaveText('1 change is waiting to send');
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  expect(service.writes('PUT')).toBe(0);
  expect(service.writes('POST')).toBe(1);
});

test('rounds and decisions are listed, and the log is saved with a chain that can be checked', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page, profileDir, electronApp } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const mine = { last_name: 'Mine-Here' };
  await meetInConflict(laptop, { service, person, mine, theirs: { last_name: 'Theirs-There' } });
  await screens.goTo('Sync centre');
  await expect(state(page)).toHaveText('1 needs your decision');
  await centre(page).getByRole('button', { name: 'Decide…' }).click();
  await expect(page.getByRole('article', { name: 'Last name' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(screens.button('Save result')).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await screens.expectAllSaved();
  await screens.goTo('Sync centre');
  await expect(centre(page).getByRole('region', { name: 'Decision log' })).toContainText('Last name: yours');
  const rounds = centre(page).getByRole('region', { name: 'Last rounds' });
  await expect(rounds.getByRole('listitem').first()).toContainText(/\d s/u);

  const file = join(profileDir, 'log.jsonl');
  await saveAs({ electronApp }, file);
  await centre(page).getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: 'With names and values…' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('Its chain is whole');
  const [, ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry & { isIntact?: boolean; id: RecordId });
  const check = new LogCheck();
  for (const { content, ...entry } of lines.slice(0, -1)) {
    check.take({ ...entry, content: JSON.stringify(content) });
  }
  expect(check.result).toEqual(lines.at(-1));
  expect(check.result.isIntact).toBe(true);
});
