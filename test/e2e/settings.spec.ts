import { expect } from '@playwright/test';
import { chooseFromMenu } from '../support/app/menu.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('the zoom is one in the settings, by the keys and from the menu, and an app that is killed keeps it', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.screens.goTo('Settings');
  const row = first.page.getByRole('group', { name: 'Zoom' });
  const shown = row.getByRole('status');
  const ratio = (page = first.page): Promise<number> => page.evaluate(() => devicePixelRatio);
  await expect(shown).toHaveText('100%');
  await row.getByRole('button', { name: 'Zoom in' }).click();
  await expect(shown).toHaveText('120%');
  await expect.poll(() => ratio()).toBeCloseTo(1.2);
  await first.page.keyboard.press('Control+Equal');
  await expect(shown).toHaveText('144%');
  await chooseFromMenu(first, 'zoom-out');
  await expect(shown).toHaveText('120%');
  await first.screens.button('Actual size').click();
  await expect(shown).toHaveText('100%');
  await first.page.keyboard.press('Control+Minus');
  await expect(shown).toHaveText('83%');
  // What the row says is what is seen, down to the last step, which keeps the focus.
  const smaller = row.getByRole('button', { name: 'Zoom out' });
  await smaller.focus();
  while ((await smaller.getAttribute('aria-disabled')) !== 'true') await first.page.keyboard.press('Enter');
  await expect(shown).toHaveText('25%');
  await expect.poll(() => ratio()).toBeCloseTo(0.25);
  await expect(smaller).toBeFocused();
  await first.page.keyboard.press('Control+0');
  await first.page.keyboard.press('Control+Equal');
  await expect(shown).toHaveText('120%');
  await first.kill();

  const again = await launch({ profileDir: first.profileDir });
  await expect.poll(() => ratio(again.page)).toBeCloseTo(1.2);
  await again.screens.goTo('Settings');
  await expect(again.page.getByRole('group', { name: 'Zoom' }).getByRole('status')).toHaveText('120%');
});

test('the settings say where the data is, and show exactly that folder', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, page, electronApp, profileDir } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await electronApp.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openPath = (path) => {
      opened.push(path);
      return Promise.resolve('');
    };
  });
  await screens.goTo('Settings');
  await expect(
    page.getByRole('region', { name: 'Data' }).getByText(profileDir, { exact: true }),
  ).toBeVisible();
  await screens.button('Show the folder').click();
  await expect
    .poll(() => electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([profileDir]);
});
