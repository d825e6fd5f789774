import { expect, type Locator } from '@playwright/test';
import { Inspector } from '../support/app/inspector.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { resize } from '../support/app/resize.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const noticeOf = ({ page }: Laptop): Locator => page.getByRole('region', { name: 'Notice' });

/** How much of the height of one element another one has. */
const shareOf = async (part: Locator, whole: Locator): Promise<number> =>
  ((await part.boundingBox())?.height ?? 0) / ((await whole.boundingBox())?.height ?? 1);

test('an open record that stands in the place of its list has the notice of the list, and its acts', async ({
  launch,
  serve,
}) => {
  const service = await serve({ accounts: 3 });
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.rows.first().click();
  await valueOf(api.sync.workOffline({ offline: true }));
  const notice = noticeOf(laptop);
  await expect(notice).toContainText('Working offline since');
  const inspector = await Inspector.for(laptop);
  await inspector.look('a record with a notice', notice);
  await inspector.reflow('a record with a notice');
  expect(inspector.found).toEqual([]);
  // However large everything is, most of the pane is the record's.
  await inspector.zoom(4);
  const record = page.getByRole('region', { name: 'Record', exact: true });
  const fields = record.getByRole('tabpanel').locator('..');
  await expect.poll(() => shareOf(fields, record)).toBeGreaterThan(0.25);
  await inspector.zoom(2);
  await expect(page.getByRole('region', { name: 'List' })).toHaveCount(0);
  await expect(record.getByRole('region', { name: 'Notice' })).toBeInViewport({ ratio: 1 });
  // Where a pane is scrolled to stays as it is while everything becomes larger.
  await screens.field('First name').scrollIntoViewIfNeeded();
  await expect(screens.field('First name')).toBeInViewport();
  await page.keyboard.press('Control+4');
  await page.getByRole('grid', { name: 'Marketplace accounts' }).locator('[data-index]').first().click();
  await expect(record.getByRole('region', { name: 'Notice' })).toBeInViewport({ ratio: 1 });
  await notice.getByRole('button', { name: 'Go online' }).click();
  await expect(notice).toHaveCount(0);
  await screens.expectAllSaved();
});

test('the question whether many records are gone stays open while the window becomes narrow', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.rows.last().click();
  for (const { id } of (await service.list()).slice(0, 4)) await service.remove(id);
  await screens.chooseSync('Sync now');
  await screens.chooseSync('Sync now');
  await noticeOf(laptop).getByRole('button', { name: 'They are gone…' }).click();
  const question = screens.dialog.filter({ hasText: 'Are these 4 records gone?' });
  await expect(question).toBeVisible();
  await resize(laptop, 800, 700);
  await expect(laptop.page.getByRole('region', { name: 'List' })).toHaveCount(0);
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Take 4 as gone' }).click();
  await expect(question).toHaveCount(0);
  await expect.poll(async () => (await valueOf(api.sync.status())).counts.missing).toBe(4);
});

/** What of the status bar is cut, or has something else lying over it. */
const hiddenInBar = (bar: Locator): Promise<string[]> =>
  bar.evaluate((whole) => {
    const { left, right } = whole.getBoundingClientRect();
    const isHidden = (part: Element): boolean => {
      const box = part.getBoundingClientRect();
      const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      return box.left < left || box.right > right || !whole.contains(top);
    };
    return [...whole.querySelectorAll('button')]
      .filter(isHidden)
      .map((part) => part.ariaLabel ?? part.textContent);
  });

test('however large everything is, nothing lies over the status bar, and its token notice is not cut', async ({
  launch,
  serve,
}) => {
  const service = await serve({ accounts: 3 });
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const notice = screens.status.getByRole('button', { name: 'Token kept until you close the app' });
  const inspector = await Inspector.for(laptop);
  for (const [width, height, zoom] of [
    [1024, 700, 1],
    [1024, 700, 2],
    [1280, 800, 4],
  ] as const) {
    await resize(laptop, width, height);
    await inspector.zoom(zoom);
    await expect(notice).toBeVisible();
    await expect.poll(() => hiddenInBar(screens.status), `at ${String(zoom)}`).toEqual([]);
    const isWhole = notice.evaluate((button) => button.scrollWidth <= button.clientWidth);
    expect(await isWhole).toBe(true);
    // What the navigation has no room for is scrolled to.
    const keys = page.getByRole('navigation').getByRole('button', { name: 'Keys' });
    await keys.scrollIntoViewIfNeeded();
    await expect(keys).toBeInViewport({ ratio: 1 });
    expect(await hiddenInBar(screens.status)).toEqual([]);
    await inspector.zoom(1);
  }
});
