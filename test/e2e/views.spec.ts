import { expect, type Page } from '@playwright/test';
import { copyIn, filesHolding } from '../support/app/files.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

/** Chooses an item from the menu of the views. */
async function inViews(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: /^View/u }).click();
  await page
    .getByRole('menu')
    .getByText(item, { exact: typeof item === 'string' })
    .click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('a view is saved by key, chosen in every way, changed, renamed and removed, and survives a restart', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.create({ first_name: 'Vera', last_name: 'Ansicht-Canary', primary: true });
  const first = await launch();
  const { screens, page } = first;
  const shown = page.getByRole('status', { name: 'Shown' });
  const names = page.getByRole('region', { name: 'Views' });
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.search.fill('canary');
  await expect(shown).toHaveText('1 of 13');
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('textbox', { name: 'Name' }).fill('People called so');
  await page.keyboard.press('Enter');
  await expect(screens.search).toBeFocused();
  await expect(names.getByRole('button', { name: 'People called so' })).toHaveAttribute(
    'aria-current',
    'true',
  );

  await expect(names.getByRole('button', { name: 'People called so 1', exact: true })).toBeVisible();
  await service.create({ first_name: 'Another', last_name: 'Canary', primary: true });
  await screens.chooseSync('Sync now');
  await expect(names.getByRole('button', { name: 'People called so 2', exact: true })).toBeVisible();

  // Another list is another thing than the view, and says so.
  await page.getByRole('button', { name: 'Primary', exact: true }).click();
  await expect(page.getByText('changed', { exact: true })).toBeVisible();
  await inViews(page, 'Back to what was saved');
  await expect(page.getByText('changed', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Primary', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.getByRole('button', { name: 'Primary', exact: true }).click();
  await inViews(page, 'Save the changes');
  await expect(page.getByText('changed', { exact: true })).toHaveCount(0);
  await inViews(page, 'All Key Accounts');
  await expect(screens.search).toHaveValue('');
  await expect(shown).toHaveText('14');

  await screens.goTo('Settings');
  await page.keyboard.press('Alt+1');
  await expect(screens.search).toHaveValue('canary');
  await expect(page.getByRole('button', { name: 'Primary', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await first.close();

  // What a view searches for may name somebody: it is in the copy, and nowhere else.
  const holding = filesHolding(first.profileDir, ['People called so']);
  expect(holding).not.toEqual([]);
  for (const file of holding)
    expect(`${first.profileDir}/${file}`).toContain(copyIn(first.profileDir).replace(/\.db$/u, ''));

  const again = await launch({ profileDir: first.profileDir });
  await expect(again.page.getByRole('status', { name: 'Shown' })).toHaveText('14');
  await again.page.keyboard.press('Control+k');
  await again.page.getByRole('combobox', { name: 'Find or do…' }).fill('View: People');
  await again.page.keyboard.press('Enter');
  await expect(again.screens.search).toHaveValue('canary');
  await again.page.keyboard.press('Control+k');
  await again.page.getByRole('combobox', { name: 'Find or do…' }).fill('Clear search and filters');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('status', { name: 'Shown' })).toHaveText('14');
  await again.page
    .getByRole('region', { name: 'Views' })
    .getByRole('button', { name: 'People called so' })
    .click();
  await inViews(again.page, 'Rename…');
  await again.page.getByRole('textbox', { name: 'Name' }).fill('Primary canaries');
  await again.page.keyboard.press('Enter');
  const list = again.page.getByRole('region', { name: 'Views' });
  await expect(again.page.getByRole('button', { name: 'View: Primary canaries' })).toBeFocused();
  await expect(list.getByRole('button', { name: 'Primary canaries' })).toBeVisible();
  await inViews(again.page, 'Remove');
  await expect(list.getByRole('button', { name: 'Primary canaries' })).toHaveCount(0);
  await again.page.getByRole('button', { name: /^Undo/u }).click();
  await expect(list.getByRole('button', { name: 'Primary canaries' })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('a view brings its columns and its order, and asks for the last days whenever it is shown', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.create({ first_name: 'Made', last_name: 'Lately', email: 'lately@first.example' });
  const { screens, page, api } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await page.getByRole('columnheader', { name: 'E-mail' }).getByRole('button').click();
  await page.getByRole('button', { name: 'Changed since' }).click();
  await page.getByRole('menuitem', { name: 'The last 30 days' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('textbox', { name: 'Name' }).fill('People of this month');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: 'Views' }).getByRole('button', { name: 'People of this month' }),
  ).toBeVisible();
  expect(await api.views.list()).toMatchObject({
    ok: true,
    value: [
      { name: 'People of this month', terms: { since: { kind: 'days', days: 30 }, sort: { by: 'email' } } },
    ],
  });
  const email = page.getByRole('columnheader', { name: 'E-mail' });
  await email.getByRole('button').press('Alt+ArrowLeft');
  await expect(page.getByText('changed', { exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader').first()).toHaveText('E-mail');
  await inViews(page, 'Back to what was saved');
  await expect(page.getByRole('columnheader').first()).toHaveText('Name');
  await expect(email).toHaveAttribute('aria-sort', 'ascending');
});
