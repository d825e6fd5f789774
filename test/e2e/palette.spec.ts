import { expect } from '@playwright/test';
import { Command } from '#shared/model/command.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('the palette runs a command, finds a person, and gives the focus back', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const box = page.getByRole('combobox', { name: 'Find or do…' });
  await screens.search.focus();
  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(screens.search).toBeFocused();

  await page.keyboard.press('Control+k');
  await box.fill('dark col');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  await screens.button('Find or do…').click();
  await box.fill(`@${String(person.attributes['email'])}`);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(screens.field('Last name')).toHaveValue(String(person.attributes['last_name']));
});

/** The commands that the palette offers now. */
async function offered({ page, screens }: Laptop): Promise<string[]> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find or do…' })).toBeFocused();
  const ids = await page.getByRole('option').evaluateAll((options) => options.map(({ id }) => id));
  await page.keyboard.press('Escape');
  await expect(screens.dialog).toHaveCount(0);
  return ids.map((id) => id.replace(/^command-/u, ''));
}

/** Runs a command from the palette, by its whole name. */
async function choose({ page }: Laptop, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do…' }).fill(`>${name}`);
  await page.getByRole('option').filter({ hasText: name }).click();
}

test('every command that there is can be had from the palette somewhere', async ({ launch, serve }) => {
  const service = await serve();
  await service.create({ first_name: 'Has', last_name: 'It', remote_id: 'guid-that-is-taken' });
  // Only an app that replaces itself looks for new versions; it does so when it has run for a while.
  const key = Buffer.alloc(32).toString('base64');
  const laptop = await launch({
    args: ['--update-feed=http://127.0.0.1:9/', `--update-key=${key}`],
    env: { APPIMAGE: '/nowhere/Key Accounts.AppImage' },
  });
  const { screens, page } = laptop;
  const ofService: readonly Command[] = ['test-connection', 'replace-token', 'remove-data'];
  const ofSample: readonly Command[] = ['colleague-edit', 'remove-sample'];
  await screens.button('Explore').click();
  await screens.expectAllSaved();
  const inSample = await offered(laptop);
  expect(inSample).toEqual(expect.arrayContaining([...ofSample]));
  expect(inSample.filter((one) => ofService.some((command) => command === one))).toEqual([]);
  await choose(laptop, 'Let a colleague edit');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('A colleague edited 2 records');
  await choose(laptop, 'Remove sample data…');
  await screens.dialog.getByRole('button', { name: 'Remove sample data' }).click();

  await screens.connect({ address: service.address, token: TOKEN });
  for (const name of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) {
    await page.keyboard.press('Control+Shift+S');
    await page.getByRole('textbox', { name: 'Name' }).fill(`View ${name}`);
    await page.keyboard.press('Enter');
    await expect(screens.dialog).toHaveCount(0);
  }
  const inService = await offered(laptop);
  expect(inService).toEqual(expect.arrayContaining([...ofService]));
  expect(inService.filter((one) => ofSample.some((command) => command === one))).toEqual([]);
  await screens.grid.press('ArrowDown');
  const onRow = await offered(laptop);
  await choose(laptop, 'Open the record');
  await choose(laptop, 'Next record');
  await expect(page.getByText('2 of 13')).toBeVisible();
  const inTheMiddle = await offered(laptop);
  await screens.makeRecord({ 'First name': 'Wants', 'Last name': 'Too', 'SSO GUID': 'guid-that-is-taken' });
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('1 needs attention');
  await screens.openRecord('Wants');
  const withRecord = await offered(laptop);
  await screens.field('Last name').fill('Typed');
  await screens.field('Last name').press('Enter');
  await expect(page.getByRole('heading', { name: 'Wants Typed' })).toBeVisible();
  await screens.grid.press('Control+z');
  await expect(screens.field('Last name')).toHaveValue('Too');
  await screens.grid.press('Control+a');
  await expect(page.getByText('1 selected')).toBeVisible();
  const withSelection = await offered(laptop);
  const seen = [inSample, inService, onRow, inTheMiddle, withRecord, withSelection];
  expect([...new Set([...seen.flat(), 'palette'])].sort()).toEqual([...Command.options].sort());
});

test('a setting is opened from the palette where it stands, and nothing is done to the data', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await valueOf(api.storage.backUp());
  const backUps = (await valueOf(api.storage.info())).backUps.length;
  const sections = page.getByRole('list', { name: 'Sections' });

  await choose(laptop, 'Replace the sign-in token…');
  await expect(screens.field('New sign-in token')).toBeFocused();
  await choose(laptop, 'Change the language…');
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused();
  await expect(sections.locator('[aria-current]')).toHaveText('Appearance');
  await choose(laptop, 'Test the connection');
  await expect(page.getByText(/^Reached in/u)).toBeInViewport();
  await expect(page.getByRole('region', { name: 'Connection' })).toBeFocused();
  for (const [name, button] of [
    ['Restore a back-up…', 'Restore…'],
    ['Remove data from this laptop…', 'Remove…'],
  ] as const) {
    await screens.goTo('Key Accounts');
    await choose(laptop, name);
    await expect(screens.dialog).toContainText(name.replace('…', ''));
    await expect(sections.locator('[aria-current]')).toHaveText('Data');
    await page.keyboard.press('Escape');
    await expect(screens.dialog).toHaveCount(0);
    await expect(screens.button(button)).toBeFocused();
  }
  // What was asked for once is not opened again when the settings are.
  await screens.goTo('Key Accounts');
  await screens.goTo('Settings');
  await expect(screens.button('Test')).toBeVisible();
  await expect(screens.dialog).toHaveCount(0);
  await expect(screens.field('New sign-in token')).toHaveCount(0);
  await expect(screens.status).toContainText('All saved to the server');
  expect((await valueOf(api.storage.info())).backUps).toHaveLength(backUps);
});
