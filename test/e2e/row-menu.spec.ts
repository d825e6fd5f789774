import { expect, type Locator } from '@playwright/test';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const copied = ({ electronApp }: Laptop): Promise<string> =>
  electronApp.evaluate(({ clipboard }) => clipboard.readText());

test('the menu of a row is for this row, whatever record is open', async ({ launch, serve }) => {
  const service = await serve();
  const [one, other] = await service.people(2);
  if (!one || !other) throw new Error('There are no two people.');
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const rowOf = (email: unknown): Locator => screens.rows.filter({ hasText: String(email) });
  const menu = page.getByRole('menu');
  const item = (name: string): Locator => page.getByRole('menuitem', { name });
  await rowOf(one.attributes['email']).click();
  await expect(page.getByRole('tab', { name: 'Record' })).toBeVisible();
  await rowOf(other.attributes['email']).click({ button: 'right' });
  await expect(menu).toBeVisible();
  for (const name of ['Open the record', 'Show the record’s history', 'Copy e-mail']) {
    await expect(item(name)).toBeEnabled();
  }
  for (const name of ['Edit selected…', 'Export selected…', 'Try to send again', 'Discard my changes']) {
    await expect(item(name)).toBeDisabled();
  }
  await item('Copy e-mail').click();
  await expect(menu).toHaveCount(0);
  await expect.poll(() => copied(laptop)).toBe(other.attributes['email']);
  await expect(rowOf(one.attributes['email'])).toHaveAttribute('aria-current', 'true');
  await rowOf(other.attributes['email']).click({ modifiers: ['Control'] });
  await rowOf(other.attributes['email']).click({ button: 'right' });
  await item('Edit selected…').click();
  await expect(screens.dialog).toContainText('Edit 1 record');
});

test('the menu of a row works by the keyboard alone and gives the focus back', async ({ launch, serve }) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  await screens.search.press('Enter');
  await screens.grid.press('ArrowDown');
  const active = await screens.grid.getAttribute('aria-activedescendant');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Open the record' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(screens.grid).toBeFocused();
  expect(await screens.grid.getAttribute('aria-activedescendant')).toBe(active);
  await page.keyboard.press('ContextMenu');
  await expect(page.getByRole('menuitem', { name: 'Open the record' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Show the record’s history' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Record' }).click();
  await screens.editField('Last name', 'Discarded-Soon');
  await screens.grid.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Discard my changes' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('Undo');
  await expect(screens.field('Last name')).not.toHaveValue('Discarded-Soon');
});

test('a field has the native menu for its text, with what can be done now', async ({ launch, serve }) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, electronApp } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await electronApp.evaluate(({ Menu }) => {
    const shown = { items: [] as string[] };
    Object.assign(globalThis, { shown });
    Menu.prototype.popup = function popup() {
      shown.items = this.items.map(({ role, enabled }) => `${String(role)} ${enabled ? 'on' : 'off'}`);
    };
  });
  const shown = (): Promise<string[]> =>
    electronApp.evaluate(() => (globalThis as unknown as { shown: { items: string[] } }).shown.items);
  await screens.search.fill('word');
  await screens.search.press('Control+a');
  await screens.search.click({ button: 'right' });
  await expect.poll(shown).toEqual(expect.arrayContaining(['cut on', 'copy on', 'selectall on']));
  await screens.search.fill('');
  await electronApp.evaluate(() => {
    (globalThis as unknown as { shown: { items: string[] } }).shown.items = [];
  });
  await screens.search.click({ button: 'right' });
  await expect.poll(shown).toEqual(expect.arrayContaining(['cut off', 'copy off']));
});
