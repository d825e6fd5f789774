import { expect, type Locator, type Page } from '@playwright/test';
import { Inspector } from '../support/app/inspector.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const shown = (page: Page): Locator => page.getByRole('status', { name: 'Shown' });
const chip = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name, exact: true });

/** Opens the menu of further filters by its button and takes one of them by the keys. */
async function choose(page: Page, filter: string): Promise<void> {
  await chip(page, 'More filters').press('Enter');
  const item = page.getByRole('menuitemcheckbox', { name: filter });
  await expect(page.getByRole('menu')).toBeVisible();
  for (let steps = 0; steps < 20 && !(await isFocused(item)); steps += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

const isFocused = (item: Locator): Promise<boolean> => item.evaluate((one) => one === document.activeElement);

test('people without an e-mail are found by the keys, saved as a view and found again after a restart', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.create({ first_name: 'Without', last_name: 'Address', remote_id: 'guid-1' });
  await service.create({ first_name: 'Only', last_name: 'Spaces', email: '  ' });
  const first = await launch();
  const { screens, page } = first;
  await screens.connect({ address: service.address, token: TOKEN });
  const everybody = Number(await shown(page).textContent());
  const isWithout = (email: unknown): boolean => typeof email !== 'string' || email.trim() === '';
  const without = (await service.list()).filter(({ attributes }) => isWithout(attributes['email'])).length;
  expect(without).toBeGreaterThanOrEqual(2);
  await choose(page, 'No e-mail');
  await expect(shown(page)).toHaveText(`${String(without)} of ${String(everybody)}`);
  await expect(chip(page, 'More filters')).toBeFocused();
  await expect(chip(page, 'No e-mail')).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('textbox', { name: 'Name' }).fill('To be asked');
  await page.keyboard.press('Enter');
  const views = page.getByRole('region', { name: 'Views' });
  await expect(
    views.getByRole('button', { name: `To be asked ${String(without)}`, exact: true }),
  ).toBeVisible();

  // The opposite takes its place, and its chip takes it off.
  await choose(page, 'With e-mail');
  await expect(chip(page, 'No e-mail')).toHaveCount(0);
  await expect(shown(page)).toHaveText(`${String(everybody - without)} of ${String(everybody)}`);
  await chip(page, 'With e-mail').press('Enter');
  await expect(shown(page)).toHaveText(String(everybody));
  await expect(chip(page, 'More filters')).toBeFocused();
  await expect(chip(page, 'With e-mail')).toHaveCount(0);
  await first.close();

  const again = await launch({ profileDir: first.profileDir });
  const kept = again.page
    .getByRole('region', { name: 'Views' })
    .getByRole('button', { name: /^To be asked/u });
  await expect(kept).toBeVisible();
  await again.page.keyboard.press('Alt+1');
  await expect(chip(again.page, 'No e-mail')).toHaveAttribute('aria-pressed', 'true');
  await expect(shown(again.page)).toHaveText(`${String(without)} of ${String(everybody)}`);
});

test('a list that a filter on a field leaves empty says so; the menu can be used by everybody', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.create({ first_name: 'Nobody', last_name: 'Here', email: 'n.here@first.example' });
  const app = await launch();
  const { screens, page } = app;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.search.fill('n.here@first');
  await expect(shown(page)).toHaveText(/^1 of/u);
  await choose(page, 'No e-mail');
  await choose(page, 'No SSO GUID');
  const list = page.getByRole('region', { name: 'List' });
  await expect(list).toContainText('Two filters narrow this: No e-mail and No SSO GUID.');
  await expect(list).toContainText('Without filters there is 1 match.');
  await list.getByRole('button', { name: 'Search without filters' }).click();
  await expect(chip(page, 'No e-mail')).toHaveCount(0);
  await expect(shown(page)).toHaveText(/^1 of/u);
  const inspector = await Inspector.for(app);
  await chip(page, 'More filters').click();
  await inspector.look('more filters');
  expect(inspector.found).toEqual([]);
});

test('since when is chosen by the keys, a day in a dialog, and today is another day after midnight', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.create({ first_name: 'Made', last_name: 'Today' });
  const app = await launch();
  const { screens, page } = app;
  await screens.connect({ address: service.address, token: TOKEN });
  const everybody = await shown(page).textContent();
  const since = chip(page, 'Changed since');
  const first = page.getByRole('menuitem', { name: 'Today' });
  const last = page.getByRole('menuitem', { name: 'Choose a date…' });
  await since.press('Enter');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(last).toBeFocused();
  await page.keyboard.press('Enter');
  const date = screens.dialog.getByLabel('Date');
  await expect(date).toBeFocused();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(since).toBeFocused();

  await since.press('Enter');
  await expect(first).toBeFocused();
  await page.keyboard.press('End');
  await expect(last).toBeFocused();
  await page.keyboard.press('Enter');
  await date.fill('2001-02-03');
  await page.keyboard.press('Enter');
  await expect(screens.dialog).toHaveCount(0);
  const day = chip(page, 'Changed since 3 Feb 2001');
  await expect(day).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(since).toBeFocused();
  await expect(shown(page)).toHaveText(String(everybody));

  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  const today = chip(page, 'Changed since today');
  await expect(today).toHaveAttribute('aria-pressed', 'true');
  await expect(screens.rows.filter({ hasText: 'Made Today' })).toBeVisible();
  await page.clock.setFixedTime(Date.now() + 86_400_000);
  const list = page.getByRole('region', { name: 'List' });
  await expect(list).toContainText('One filter narrows this: Changed since today.', { timeout: 20_000 });
  await expect(today).toBeVisible();
});

test('the menu and the dialog of since when can be used by everybody', async ({ launch, serve }) => {
  const service = await serve();
  const app = await launch();
  const { screens, page } = app;
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(app);
  await chip(page, 'Changed since').click();
  await inspector.look('changed since');
  await chip(page, 'Changed since').click();
  await page.getByRole('menuitem', { name: 'Choose a date…' }).click();
  await inspector.look('changed since a day');
  expect(inspector.found).toEqual([]);
});
