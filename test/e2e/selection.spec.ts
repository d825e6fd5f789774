import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { emptyProfile } from '../support/app/launch-app.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN, type TestService } from '../support/app/test-service.ts';

const bar = ({ page }: Laptop): Locator => page.getByRole('group', { name: 'Selection' });

/** The rows of the screen that are selected. */
const ticked = ({ screens }: Laptop): Locator => screens.grid.locator('[data-index][aria-selected="true"]');

/** Sorts the list by name, so that nothing moves in it. */
async function connectByName(laptop: Laptop, service: TestService): Promise<void> {
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const header = page.getByRole('columnheader', { name: 'Name', exact: true });
  await header.getByRole('button', { name: 'Name' }).click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
}

test('rows are selected with the mouse: one more, up to there, by the box', async ({ launch, serve }) => {
  const laptop = await launch();
  await connectByName(laptop, await serve());
  const { screens, page } = laptop;
  await expect(screens.grid).toHaveAttribute('aria-multiselectable', 'true');
  await screens.rows.nth(1).click({ modifiers: ['Control'] });
  await screens.rows.nth(3).click({ modifiers: ['Control'] });
  await expect(bar(laptop)).toContainText('2 selected');
  const pane = page.getByRole('region', { name: 'Selection' });
  await expect(pane.getByRole('heading', { name: '2 records' })).toBeVisible();
  const firstName = pane.getByRole('textbox', { name: 'First name' });
  await expect(firstName).toHaveAttribute('placeholder', '2 different values');
  await screens.rows.nth(5).click({ modifiers: ['Shift'] });
  await expect(firstName).toHaveAttribute('placeholder', '3 different values and empty in 1');
  await expect(bar(laptop)).toContainText('4 selected');
  await screens.rows.nth(4).click({ modifiers: ['Shift'] });
  await expect(bar(laptop)).toContainText('3 selected');
  await screens.rows.nth(3).click({ modifiers: ['Control'] });
  await expect(ticked(laptop)).toHaveCount(2);
  await screens.rows.nth(7).hover();
  await screens.rows.nth(7).locator('[data-tick]').click();
  await expect(bar(laptop)).toContainText('3 selected');
  // To open a record lets nothing go.
  await screens.rows.nth(0).click();
  await expect(screens.rows.nth(0)).toHaveAttribute('aria-current', 'true');
  await expect(screens.rows.nth(0)).toHaveAttribute('aria-selected', 'false');
  await expect(pane).toHaveCount(0);
  await expect(ticked(laptop)).toHaveCount(3);
  await bar(laptop).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(laptop)).toHaveCount(0);
  await expect(ticked(laptop)).toHaveCount(0);
  await expect(screens.grid).toBeFocused();
  await expect(page.getByRole('tab', { name: 'Record' })).toBeVisible();
});

test('rows are selected with the keyboard, and Esc lets the selection go first', async ({
  launch,
  serve,
}) => {
  const laptop = await launch();
  await connectByName(laptop, await serve());
  const { screens, page } = laptop;
  await screens.search.press('Enter');
  await screens.grid.press('Home');
  await screens.grid.press('Shift+ArrowDown');
  await screens.grid.press('Shift+ArrowDown');
  await expect(bar(laptop)).toContainText('3 selected');
  await screens.grid.press('Shift+ArrowUp');
  await expect(bar(laptop)).toContainText('2 selected');
  await screens.grid.press('ArrowDown');
  await screens.grid.press('ArrowDown');
  await screens.grid.press('Control+Space');
  await expect(bar(laptop)).toContainText('3 selected');
  await expect(ticked(laptop)).toHaveCount(3);
  await screens.grid.press('Control+Space');
  await expect(bar(laptop)).toContainText('2 selected');
  await screens.grid.press('Shift+End');
  await expect(bar(laptop)).toContainText('11 selected');
  await screens.grid.press('Shift+Home');
  await expect(bar(laptop)).toContainText('4 selected');
  await screens.grid.press('Control+a');
  await expect(bar(laptop)).toContainText('12 selected');
  await screens.search.fill('an');
  await expect(bar(laptop)).toContainText(/12 selected.*\d+ of them (is|are) not shown now/);
  await screens.search.press('Enter');
  await screens.grid.press('Escape');
  await expect(bar(laptop)).toHaveCount(0);
  await expect(screens.search).toHaveValue('an');
  await page.keyboard.press('Escape');
  await expect(screens.search).toHaveValue('');
});

test('a value is typed into the pane of the selection, looked at, and given to all', async ({
  launch,
  serve,
}) => {
  const laptop = await launch();
  await connectByName(laptop, await serve());
  const { screens, page } = laptop;
  await screens.rows.nth(1).click({ modifiers: ['Control'] });
  await screens.rows.nth(2).click({ modifiers: ['Control'] });
  const pane = page.getByRole('region', { name: 'Selection' });
  const email = pane.getByRole('textbox', { name: 'E-mail' });
  await email.fill('both@example.org');
  // The first Esc takes back what was typed, not the selection.
  await email.press('Escape');
  await expect(email).toHaveValue('');
  await email.fill('all@example.org');
  await email.press('Enter');
  await expect(screens.dialog.getByRole('combobox', { name: 'Field' })).toHaveValue('E-mail');
  await expect(screens.dialog.getByRole('textbox', { name: 'Value' })).toHaveValue('all@example.org');
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  // What was typed is still there, and nothing was changed.
  await expect(email).toBeFocused();
  await expect(email).toHaveValue('all@example.org');
  await expect(email).toHaveAttribute('placeholder', /different values/);
  await email.press('Enter');
  await screens.dialog.getByRole('button', { name: 'Change 2 records' }).click();
  await expect(screens.dialog).toHaveCount(0);
  await expect(email).toHaveValue('');
  await expect(email).toHaveAttribute('placeholder', 'all@example.org');
  await expect(screens.rows.nth(1)).toContainText('all@example.org');
  await pane.getByRole('button', { name: 'Primary' }).click();
  await expect(screens.dialog.getByRole('combobox', { name: 'Field' })).toHaveValue('Primary');
});

test('what is selected and where the keyboard stands move with their records', async ({ launch, serve }) => {
  const service = await serve();
  const laptop = await launch();
  await connectByName(laptop, service);
  const { screens, api } = laptop;
  await screens.search.press('Enter');
  await screens.grid.press('Home');
  await screens.grid.press('ArrowDown');
  await screens.grid.press('Control+Space');
  const name = await nameOf(screens.rows.nth(1));
  await service.create({ first_name: '  Aaaa', last_name: 'First-Of-All' });
  await api.sync.now();
  await expect(screens.rows).toHaveCount(13);
  await expect(screens.rows.first()).toContainText('First-Of-All');
  await expect(screens.rows.nth(2)).toHaveAttribute('aria-selected', 'true');
  expect(await nameOf(screens.rows.nth(2))).toBe(name);
  await expect(screens.grid).toHaveAttribute('aria-activedescendant', 'list-row-2');
  await screens.grid.press('Shift+ArrowDown');
  await expect(ticked(laptop)).toHaveCount(2);
  await expect(screens.rows.nth(3)).toHaveAttribute('aria-selected', 'true');
});

test('all of some thousand records are edited as one act, taken back as one, and sent', async ({
  launch,
  serve,
}) => {
  test.slow();
  const service = await serve({ records: 3000 });
  const laptop = await launch();
  await connectByName(laptop, service);
  const { screens, page } = laptop;
  await screens.chooseSync('Work offline');
  await screens.search.press('Enter');
  await screens.grid.press('Control+a');
  await expect(bar(laptop)).toContainText('3,000 selected');
  await screens.grid.press('Home');
  await screens.grid.press('Control+Space');
  await expect(bar(laptop)).toContainText('2,999 selected');
  await screens.grid.press('End');
  const last = await screens.grid.getAttribute('aria-activedescendant');
  await expect(page.locator(`#${String(last)}`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Shift+e');
  await choose(laptop, { field: 'Last download', text: 'week 47, all' });
  await screens.dialog.getByRole('button', { name: 'Change 2,999 records' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('2,999 records changed', {
    timeout: 30_000,
  });
  await expect(screens.status).toContainText('2,999');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('Taken back', {
    timeout: 30_000,
  });
  await expect(screens.status).not.toContainText('waiting');
  // What the list does not show any more is not selected twice over.
  await screens.grid.press('Escape');
  await screens.search.fill('berg');
  await expect(screens.grid).not.toHaveAttribute('aria-rowcount', '3001');
  await screens.search.press('Enter');
  await screens.grid.press('Control+a');
  const found = Number(await screens.grid.getAttribute('aria-rowcount')) - 1;
  await expect(bar(laptop)).toContainText(`${String(found)} selected`);
  await bar(laptop).getByRole('button', { name: 'Edit…' }).click();
  await choose(laptop, { field: 'Last download', text: 'week 47, some' });
  await screens.dialog.getByRole('button', { name: `Change ${String(found)} record` }).click();
  await expect(screens.dialog).toHaveCount(0);
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  const kept = await downloads(service, 3000);
  expect(kept.filter((text) => text === 'week 47, some')).toHaveLength(found);
  expect(kept).not.toContain('week 47, all');
});

test('what a colleague changed between the preview and the edit is not gone over', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [one, other] = await service.people(2);
  if (!one || !other) throw new Error('There are no two people.');
  const laptop = await launch();
  await connectByName(laptop, service);
  const { screens, page, api } = laptop;
  const rowOf = (email: unknown): Locator => screens.rows.filter({ hasText: String(email) });
  await rowOf(one.attributes['email']).click({ modifiers: ['Control'] });
  await rowOf(other.attributes['email']).click({ modifiers: ['Control'] });
  await bar(laptop).getByRole('button', { name: 'Edit…' }).click();
  await choose(laptop, { field: 'First name', text: 'Everybody' });
  const change = screens.dialog.getByRole('button', { name: 'Change 2 records' });
  await expect(change).toBeEnabled();
  await service.edit(other.id, { first_name: 'Colleague' });
  await api.sync.now();
  await expect(rowOf(other.attributes['email'])).toContainText('Colleague');
  await change.click();
  await expect(screens.dialog).toContainText('1 record was not changed');
  await expect(screens.dialog.getByRole('row')).toContainText(['Colleague']);
  await screens.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('1 record changed');
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect((await service.get(one.id))['first_name']).toBe('Everybody');
  expect((await service.get(other.id))['first_name']).toBe('Colleague');
});

test('what is selected is exported, in the order of the list', async ({ launch, serve }) => {
  const laptop = await launch();
  await connectByName(laptop, await serve());
  const { screens, page } = laptop;
  const names = [await nameOf(screens.rows.nth(4)), await nameOf(screens.rows.nth(2))];
  await screens.rows.nth(4).click({ modifiers: ['Control'] });
  await screens.rows.nth(2).click({ modifiers: ['Control'] });
  await screens.search.fill('nobody-of-this-name');
  await expect(bar(laptop)).toContainText('2 selected');
  await screens.search.fill('');
  const file = join(emptyProfile(), 'two.json');
  await saveAs(laptop, file);
  await bar(laptop).getByRole('button', { name: 'Export…' }).click();
  await expect(screens.dialog.getByRole('radio', { name: 'Selected (2)' })).toBeChecked();
  await screens.dialog.getByText('JSON').click();
  await screens.dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('2 records saved in two.json.');
  const saved = JSON.parse(readFileSync(file, 'utf8')) as {
    first_name: string | null;
    last_name: string | null;
  }[];
  const written = saved.map(({ first_name, last_name }) =>
    [first_name, last_name].filter((part) => part !== null).join(' '),
  );
  expect(written).toEqual(names.reverse());
});

/** Fills the dialog of the edit with a text for a field. */
async function choose(
  { screens, page }: Laptop,
  { field, text }: { field: string; text: string },
): Promise<void> {
  await screens.dialog.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: field }).click();
  await screens.dialog.getByRole('textbox', { name: 'Value' }).fill(text);
}

const nameOf = async (row: Locator): Promise<string> =>
  (await row.getByRole('gridcell').first().innerText()).split('\n')[0] ?? '';

/** What the service has as the last download of every record. */
async function downloads(service: TestService, records: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let page = 1; all.length < records; page += 1) {
    const { body } = await service.request('GET', `?per_page=500&page=${String(page)}`);
    const { data } = body as { data: { attributes: { last_download: unknown } }[] };
    if (data.length === 0) break;
    all.push(...data.map(({ attributes }) => attributes.last_download));
  }
  return all;
}
