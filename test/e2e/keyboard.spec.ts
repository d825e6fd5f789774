import { expect, type Locator } from '@playwright/test';
import { setLocale } from '#shared/language/language.ts';
import { Inspector } from '../support/app/inspector.ts';
import { Keyboard } from '../support/app/keyboard.ts';
import { chooseFromMenu } from '../support/app/menu.ts';
import { speak } from '../support/app/spoken.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

// Every stop of every screen is looked at.
test.describe.configure({ timeout: 180_000 });

test.afterEach(() => {
  setLocale({ language: 'en', formats: 'en-GB' });
});

test('the whole main job is done without a mouse, and the focus always shows', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  const keyboard = new Keyboard(page);
  const { status } = screens;

  await keyboard.goAround();
  await keyboard.tabTo(screens.field('Service address'));
  await page.keyboard.insertText(service.address);
  await page.keyboard.press('Tab');
  await expect(screens.field('Sign-in token')).toBeFocused();
  await page.keyboard.insertText(TOKEN);
  await page.keyboard.press('Enter');
  await screens.expectAllSaved();

  await page.keyboard.press('Control+f');
  await expect(screens.search).toBeFocused();
  await keyboard.expectRing();
  await page.keyboard.insertText(String(person.attributes['email']));
  await expect(screens.rows).toHaveCount(1);
  await keyboard.tabTo(screens.grid);
  await page.keyboard.press('ArrowDown');
  await keyboard.expectRing();
  await page.keyboard.press('Enter');
  await keyboard.tabTo(screens.field('Last name'));
  await keyboard.goAround();

  const chooseSync = async (item: string): Promise<void> => {
    await keyboard.tabTo(status.getByRole('button', { name: /^(Connected|Working offline)/u }));
    await page.keyboard.press('Enter');
    const chosen = page.getByRole('menuitem', { name: item });
    await expect(chosen).toBeVisible();
    while (!(await chosen.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  await chooseSync('Work offline');
  await keyboard.tabTo(screens.field('Last name'));
  await keyboard.typeOver('Mine');
  await page.keyboard.press('Enter');
  await expect(status).toContainText('1 waiting to send');
  await service.edit(person.id, { last_name: 'Theirs' });
  await chooseSync('Go online');

  await keyboard.tabTo(screens.button('1 needs your decision'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Decision' })).toBeVisible();
  await keyboard.goAround();
  await page.keyboard.press('1');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Mine' });

  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await keyboard.goAround();
  const dark = page.getByRole('radio', { name: 'System' });
  await keyboard.tabTo(dark);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
});

test('a dialog takes the focus, keeps it, and gives it back to where it was', async ({ launch, serve }) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const keyboard = new Keyboard(page);
  await screens.goTo('Settings');
  await screens.button('Back up now').click();
  for (const name of ['Restore…', 'Remove…', 'Save diagnostics…']) {
    const opener = screens.button(name);
    await keyboard.tabTo(opener);
    await page.keyboard.press('Enter');
    await expect(screens.dialog).toBeVisible();
    await expect(screens.dialog.locator(':focus')).toHaveCount(1);
    const stops = await keyboard.goAround();
    expect(stops).toBeGreaterThan(0);
    await expect(screens.dialog.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(screens.dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  await page.keyboard.press('?');
  await expect(screens.dialog).toBeVisible();
  // The menu of the system does not reach behind a dialog.
  await chooseFromMenu(laptop, 'go-decisions');
  await chooseFromMenu(laptop, 'new-record');
  // What is of the window as a whole can be had all the same.
  const ratio = (): Promise<number> => page.evaluate(() => devicePixelRatio);
  const before = await ratio();
  await chooseFromMenu(laptop, 'zoom-in');
  await expect.poll(ratio).toBeGreaterThan(before);
  await chooseFromMenu(laptop, 'zoom-reset');
  await expect.poll(ratio).toBe(before);
  await page.keyboard.press('Escape');
  await expect(screens.dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('in the sheet of keys all words stand in line beside their keys, in German and at 200 % as well', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(laptop);
  for (const language of ['en', 'de'] as const) {
    await speak(laptop, language);
    await page.keyboard.press('?');
    await expect(screens.dialog.locator(':focus')).toHaveCount(1);
    for (const zoom of [1, 2]) {
      await inspector.zoom(zoom);
      await expect.poll(() => outOfLine(screens.dialog)).toEqual([]);
    }
    await inspector.zoom(1);
    await page.keyboard.press('Escape');
    await expect(screens.dialog).toHaveCount(0);
  }
});

/** The words in a sheet of keys that do not begin or end where the others of their part do, or meet their keys. */
const outOfLine = (sheet: Locator): Promise<readonly string[]> =>
  sheet.locator('dl').evaluateAll((lists) =>
    lists.flatMap((list) => {
      const [first] = list.children;
      const start = first?.getBoundingClientRect();
      return [...list.children]
        .filter((row) => {
          const [what, keys] = [...row.children].map((part) => part.getBoundingClientRect());
          if (!start || !what || !keys) return true;
          return what.left !== start.left || keys.right !== start.right || what.right > keys.left;
        })
        .map((row) => row.textContent);
    }),
  );
