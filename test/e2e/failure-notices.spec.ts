import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { emptyProfile } from '../support/app/launch-app.ts';
import { chooseFromMenu, giveFile } from '../support/app/menu.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('a failure is told whole and stays until it is closed, by keys as well; the same one is told once', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await saveAs(laptop, join(emptyProfile(), 'gone', 'one.vcf'));
  for (const time of ['first', 'second']) {
    await chooseFromMenu(laptop, 'export-vcard');
    await expect(screens.alert, time).toContainText(
      'This file, or its folder, is not there any more.Everything you saved is on this laptop. Choose another one.',
    );
  }
  const close = screens.button('Close');
  await expect(close).toHaveCount(1);
  await screens.button('Details').click();
  await expect(page.getByText('file · gone')).toBeVisible();
  await screens.button('Copy').click();
  await expect(screens.button('Copied')).toBeVisible();
  await expect(screens.alert).not.toContainText('Copied');

  // The next notice comes and goes beside it.
  await saveAs(laptop, join(emptyProfile(), 'one.vcf'));
  await chooseFromMenu(laptop, 'export-vcard');
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('1 record saved in one.vcf.');
  await expect(notices).not.toContainText('saved in', { timeout: 20_000 });
  await expect(screens.alert).toBeVisible();

  await screens.search.focus();
  await tabTo(page, close);
  await page.keyboard.press('Escape');
  await expect(screens.alert).toHaveCount(0);
  await expect(screens.field('E-mail')).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
});

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('two failures are told at most, and they lie over no button of a selection', async ({
  launch,
  serve,
}) => {
  const laptop = await launch();
  const { screens, page, electronApp } = laptop;
  await screens.connect({ address: (await serve()).address, token: TOKEN });
  const [width, height] = [1024, 700];
  await electronApp.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
  await screens.rows.nth(1).click({ modifiers: ['Control'] });
  await screens.rows.nth(2).click({ modifiers: ['Control'] });
  const told = (text: string): Locator => screens.alert.filter({ hasText: text });
  await giveFile(laptop, 'archive.csv', Buffer.from('504b03041400000008000000', 'hex'));
  await chooseFromMenu(laptop, 'import-csv');
  await expect(told('This file is not a table of text')).toBeVisible();
  await giveFile(laptop, 'empty.csv', '');
  await chooseFromMenu(laptop, 'import-csv');
  await expect(told('There is nothing in this file.')).toBeVisible();
  await giveFile(laptop, 'huge.csv', Buffer.alloc(65 * 1024 * 1024, 'a'));
  await chooseFromMenu(laptop, 'import-csv');
  await expect(told('This file is larger than 64 MB')).toBeVisible();
  await expect(screens.alert).toHaveCount(2);
  const bar = page.getByRole('group', { name: 'Selection' });
  const top = await bar.evaluate((element) => element.getBoundingClientRect().top);
  const bottoms = await screens
    .button('Close')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
  expect(Math.max(...bottoms)).toBeLessThan(top);
  await bar.getByRole('button', { name: 'Clear' }).click();
});
