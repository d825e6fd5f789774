import { rmSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { launchApp, valueOf, type App } from '../support/app/launch-app.ts';
import { Screens } from '../support/app/screens.ts';
import { keepEvidence, test } from '../support/app/test.ts';
import { startServiceProcess, type ServiceProcess } from '../support/service-process.ts';

// Nothing is written here: the tests share an app, and a service in a process of its own.
const RECORDS = 100_000;
const TOKEN = 'tok_of_a_large_list';

let service: ServiceProcess;
let app: App;
let screens: Screens;

test.beforeAll(async () => {
  test.setTimeout(420_000);
  service = await startServiceProcess([
    '--port',
    '0',
    '--token',
    TOKEN,
    '--records',
    String(RECORDS),
    '--seed',
    '7',
  ]);
  app = await launchApp();
  screens = new Screens(app.page);
  await screens.enterConnection({ address: service.address, token: TOKEN });
  await expect(shown()).toHaveText('100,000', { timeout: 300_000 });
  await expect(screens.status).toContainText('All saved to the server', { timeout: 60_000 });
});

// Playwright reads the names of what is needed from the first pattern.
test.afterEach(async ({}, info) => {
  await keepEvidence(app, info);
});

test.afterAll(async () => {
  await app.kill();
  await service.stop();
  rmSync(app.profileDir, { recursive: true, force: true });
});

/** How many records the list says it shows. */
const shown = (): Locator => app.page.getByRole('status', { name: 'Shown' });

/** The rows that a person sees, by their places; a row without a word is blank. */
const rowsSeen = (): Promise<{ readonly places: number[]; readonly blank: number }> =>
  screens.grid.evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    const seen = [...grid.querySelectorAll<HTMLElement>('[data-index]')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    return {
      places: seen.map((row) => Number(row.dataset['index'])),
      blank: seen.filter((row) => row.innerText.trim() === '').length,
    };
  });

/** Waits until a place is on the screen and no row there is blank. */
async function expectRowsAt(place: number): Promise<void> {
  await expect
    .poll(async () => {
      const { places, blank } = await rowsSeen();
      return { isThere: places.includes(place), blank };
    })
    .toEqual({ isThere: true, blank: 0 });
}

const scrollTo = (share: number): Promise<void> =>
  screens.grid.evaluate((grid, part) => {
    grid.scrollTop = part * (grid.scrollHeight - grid.clientHeight);
  }, share);

test('a search finds one of 100,000 by any part of it, and many by a letter', async () => {
  const sort = { by: 'remote_id', direction: 'ascending' } as const;
  const query = { search: '', filters: [], sort, offset: 40_000, limit: 1 };
  const [person] = (await valueOf(app.api.keyAccounts.list(query))).rows;
  const email = String(person?.values['email']);
  for (const search of [email, email.slice(3), String(person?.values['remote_id'])]) {
    await screens.search.fill(search);
    await expect(shown()).toHaveText(/^\d of 100,000$/u);
    await expect(screens.grid.getByText(email, { exact: true })).toBeVisible();
  }
  await screens.search.fill('ü');
  await expect(shown()).toHaveText(/^\d\d,\d{3} of 100,000$/u);
  await expectRowsAt(0);
  await screens.search.fill('');
  await expect(shown()).toHaveText('100,000');
});

test('every order is there from its first record to its last', async () => {
  const menu = app.page.getByRole('button', { name: 'Sort by' });
  await menu.click();
  await expect(app.page.getByRole('menuitemradio').first()).toBeVisible();
  const names = await app.page.getByRole('menuitemradio').allInnerTexts();
  await app.page.keyboard.press('Escape');
  for (const name of names) {
    await menu.click();
    await app.page.getByRole('menuitemradio', { name, exact: true }).click();
    await expect(app.page.getByRole('menu')).toHaveCount(0);
    await expectRowsAt(0);
    await scrollTo(1);
    await expectRowsAt(RECORDS - 1);
  }
  expect(names.length).toBeGreaterThan(10);
});

test('wherever the list is scrolled to, no row stays blank, and the record that was chosen stays chosen', async () => {
  await scrollTo(0);
  await expectRowsAt(0);
  await screens.rows.nth(4).click();
  await expect(app.page.getByRole('tab', { name: 'Record' })).toBeVisible();
  const active = await screens.grid.getAttribute('aria-activedescendant');
  const name = await screens.rows.nth(4).textContent();
  for (const share of [0.5, 0.123, 0.9, 1]) {
    await scrollTo(share);
    await expect.poll(async () => (await rowsSeen()).blank).toBe(0);
    await expect(screens.grid).toHaveAttribute('aria-activedescendant', active ?? '');
  }
  await expectRowsAt(RECORDS - 1);
  await scrollTo(0);
  await expectRowsAt(4);
  await expect(screens.grid.locator('[aria-current="true"]')).toHaveText(name ?? '');
  await expect(app.page.getByText('5 of 100,000', { exact: true })).toBeVisible();
});

test('keys go to the end and back, and the focus stays in the list', async () => {
  const active = (place: number): RegExp => new RegExp(`row-${String(place)}$`, 'u');
  for (let turn = 0; turn < 2; turn += 1) {
    await screens.grid.press('End');
    await expectRowsAt(RECORDS - 1);
    await expect(screens.grid).toHaveAttribute('aria-activedescendant', active(RECORDS - 1));
    await screens.grid.press('PageUp');
    await screens.grid.press('Home');
    await expectRowsAt(0);
    await expect(screens.grid).toHaveAttribute('aria-activedescendant', active(0));
    await expect(screens.grid).toBeFocused();
  }
});

test('a number that cannot be counted is told, and is there after another try', async () => {
  // Nothing but the count fails, as it does where the disk gives way in that moment.
  const count = 'keyAccounts.count';
  await app.electronApp.evaluate(({ ipcMain }, name) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    handlers.set(`${name}.before`, handlers.get(name));
    handlers.set(name, () => Promise.reject(new Error('disk I/O error')));
  }, count);
  await screens.search.fill('ö');
  const failure = app.page.getByRole('region', { name: 'Failures' }).getByRole('group');
  await expect(failure).toBeVisible();
  await expect(shown()).toHaveText(/^100\+ of 100,000$/u);
  await expectRowsAt(0);
  await app.electronApp.evaluate(({ ipcMain }, name) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    handlers.set(name, handlers.get(`${name}.before`));
    handlers.delete(`${name}.before`);
  }, count);
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(shown()).toHaveText(/^\d\d,\d{3} of 100,000$/u);
});
