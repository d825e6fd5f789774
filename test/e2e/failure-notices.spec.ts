import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { OperationId } from '#shared/model/ids.ts';
import { meetInConflict } from '../support/app/conflict.ts';
import { connectOffline, failures, HELD, whileHeld } from '../support/app/held.ts';
import { emptyProfile, valueOf } from '../support/app/launch-app.ts';
import { Inspector } from '../support/app/inspector.ts';
import { chooseFromMenu, giveFile } from '../support/app/menu.ts';
import { resize } from '../support/app/resize.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

/** Whether nothing lies over the middle of an element. */
const isOnTop = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

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
  await chooseFromMenu(laptop, 'export-vcard');
  await expect(screens.alert).toContainText(
    'This file, or its folder, is not there any more.Everything you saved is on this laptop. Choose another one.',
  );
  const close = failures(page).getByRole('button', { name: 'Close' });
  await screens.search.focus();
  await tabTo(page, close);

  // It happens again: it is told as new, and whoever was in it goes back to where they came from.
  const first = await failures(page).elementHandle();
  await chooseFromMenu(laptop, 'export-vcard');
  await expect.poll(() => first.evaluate((element) => element.isConnected)).toBe(false);
  await expect(failures(page)).toHaveCount(1);
  await expect(page.locator('body')).not.toBeFocused();
  await failures(page).getByRole('button', { name: 'Details' }).click();
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
  await expect(failures(page)).toBeVisible();

  await screens.search.focus();
  await tabTo(page, close);
  await page.keyboard.press('Escape');
  await expect(failures(page)).toHaveCount(0);
  await expect(screens.field('E-mail')).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
});

test('two failures are told at most; they lie over no button of a selection or a dialog, and can be used at 200 %', async ({
  launch,
  serve,
}) => {
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: (await serve()).address, token: TOKEN });
  await resize(laptop, 1024, 700);
  await screens.rows.nth(1).click({ modifiers: ['Control'] });
  await screens.rows.nth(2).click({ modifiers: ['Control'] });
  const told = (text: string): Locator => failures(page).filter({ hasText: text });
  await giveFile(laptop, 'archive.csv', Buffer.from('504b03041400000008000000', 'hex'));
  await chooseFromMenu(laptop, 'import');
  await expect(told('This file is not text')).toBeVisible();
  await giveFile(laptop, 'empty.csv', '');
  await chooseFromMenu(laptop, 'import');
  await expect(told('There is nothing in this file.')).toBeVisible();
  await giveFile(laptop, 'huge.csv', Buffer.alloc(65 * 1024 * 1024, 'a'));
  await chooseFromMenu(laptop, 'import');
  await expect(told('This file is larger than 64 MB')).toBeVisible();
  await expect(failures(page)).toHaveCount(2);
  await expect(told('This file is not text')).toHaveCount(0);
  const bar = page.getByRole('group', { name: 'Selection' });
  for (const button of await bar.getByRole('button').all()) expect(await isOnTop(button)).toBe(true);

  // What an open dialog is for comes first: they lie behind it.
  const closes = failures(page).getByRole('button', { name: 'Close' });
  expect(await isOnTop(closes.first())).toBe(true);
  await bar.getByRole('button', { name: 'Edit…' }).click();
  await expect(screens.dialog).toBeVisible();
  expect(await isOnTop(closes.first())).toBe(false);
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(screens.dialog).toHaveCount(0);

  const inspector = await Inspector.for(laptop);
  await inspector.look('failures');
  await inspector.reflow('failures');
  expect(inspector.found).toEqual([]);
  await inspector.zoom(2);
  for (const left of [1, 0]) {
    await expect(closes.first()).toBeInViewport({ ratio: 1 });
    await closes.first().click();
    await expect(failures(page)).toHaveCount(left);
  }
});

test('what failed is done again by its failure', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page } = laptop;
  await connectOffline(laptop, service);
  await screens.openRecord(String(person.attributes['email']));
  await whileHeld(laptop, async () => {
    await page.getByRole('switch', { name: 'Primary' }).press('Space');
    await expect(failures(page)).toContainText(HELD, { timeout: 20_000 });
  });
  await expect(screens.status).not.toContainText('1 waiting to send');
  await failures(page).getByRole('button', { name: 'Try again' }).click();
  await expect(failures(page)).toHaveCount(0);
  await expect(screens.status).toContainText('1 waiting to send');
  await expect(page.getByRole('switch', { name: 'Primary' })).toBeChecked();
});

test('a view and an answer to a decision that were not kept are kept by their failure', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await valueOf(api.sync.workOffline({ offline: true }));
  await expect(screens.status).toContainText('Working offline');
  const again = failures(page).getByRole('button', { name: 'Try again' });
  await page.keyboard.press('Control+Shift+S');
  await screens.dialog.getByRole('textbox', { name: 'Name' }).fill('Not kept at first');
  await whileHeld(laptop, async () => {
    await page.keyboard.press('Enter');
    await expect(failures(page)).toContainText(HELD, { timeout: 20_000 });
  });
  const view = page
    .getByRole('region', { name: 'Views' })
    .getByRole('button', { name: /^Not kept at first/ });
  await expect(view).toHaveCount(0);
  await again.click();
  await expect(view).toHaveAttribute('aria-current', 'true');

  await screens.goToDecision();
  await whileHeld(laptop, async () => {
    await page.keyboard.press('1');
    await expect(failures(page)).toContainText(HELD, { timeout: 20_000 });
  });
  await expect(page.getByText('1 field left')).toBeVisible();
  await again.click();
  await expect(page.getByText('All fields decided')).toBeVisible();
  await whileHeld(laptop, async () => {
    await page.keyboard.press('Control+Enter');
    await expect(failures(page)).toContainText(HELD, { timeout: 20_000 });
  });
  await again.click();
  await expect(failures(page)).toHaveCount(0);
  await expect(page.getByText('Nothing needs your decision').first()).toBeVisible();
  await expect(screens.status).toContainText('1 waiting to send');
});

test('a text that was not saved when its field went from the screen says so, and Ctrl+S saves it', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page } = laptop;
  await connectOffline(laptop, service);
  await screens.openRecord(String(person.attributes['email']));
  await screens.field('Last name').fill('Saved-From-Elsewhere');
  await whileHeld(laptop, async () => {
    await page.keyboard.press('Control+Shift+H');
    await expect(failures(page)).toContainText(HELD, { timeout: 20_000 });
  });
  await expect(page.getByRole('tab', { name: /^History/ })).toHaveAttribute('aria-selected', 'true');
  await expect(failures(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Last name saved on this laptop')).toBeVisible();
  await expect(screens.status).toContainText('1 waiting to send');
  await page.getByRole('tab', { name: 'Record', exact: true }).click();
  await expect(screens.field('Last name')).toHaveValue('Saved-From-Elsewhere');
});

test('an edit of many that fails says so in its dialog, and is done when it is previewed anew', async ({
  launch,
  serve,
}) => {
  const laptop = await launch();
  const { screens, page } = laptop;
  await connectOffline(laptop, await serve());
  await screens.rows.nth(1).click({ modifiers: ['Control'] });
  await screens.rows.nth(2).click({ modifiers: ['Control'] });
  const email = page.getByRole('region', { name: 'Selection' }).getByRole('textbox', { name: 'E-mail' });
  await email.fill('all@example.org');
  await email.press('Enter');
  const change = screens.dialog.getByRole('button', { name: 'Change 2 records' });
  await expect(change).toBeEnabled();
  await whileHeld(laptop, async () => {
    await change.click();
    await expect(screens.dialog.getByRole('alert')).toContainText(HELD, { timeout: 20_000 });
  });
  await expect(failures(page)).toHaveCount(0);
  await screens.dialog.getByRole('button', { name: 'Try again' }).click();
  await change.click();
  await expect(screens.dialog).toHaveCount(0);
  await expect(screens.status).toContainText('2 waiting to send');
});

test('an answer to many that fails says so in its dialog, and is given when it is previewed anew', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const people = await service.people(2);
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await connectOffline(laptop, service);
  for (const { id, attributes } of people) {
    const seen = String(attributes['email']);
    const operation = OperationId.parse(randomUUID());
    await valueOf(api.records.edit({ operation, id, field: 'email', value: 'mine@example.org', seen }));
    await service.edit(id, { email: 'theirs@example.org' });
  }
  await valueOf(api.sync.workOffline({ offline: false }));
  await expect(screens.status).toContainText('2 need your decision', { timeout: 20_000 });
  await valueOf(api.sync.workOffline({ offline: true }));
  await expect(screens.status).toContainText('Working offline');
  await screens.goToDecision();
  await page.keyboard.press('Control+a');
  await screens.button('Use yours…').click();
  const go = screens.dialog.getByRole('button', { name: 'Use yours for 2' });
  await expect(go).toBeEnabled();
  await whileHeld(laptop, async () => {
    await go.click();
    await expect(screens.dialog.getByRole('alert')).toContainText(HELD, { timeout: 20_000 });
  });
  await screens.dialog.getByRole('button', { name: 'Try again' }).click();
  await go.click();
  await expect(screens.dialog).toHaveCount(0);
  await expect(screens.status).toContainText('2 waiting to send');
});
