import { expect, type Locator, type Page } from '@playwright/test';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const headOf = (page: Page, name: string): Locator => page.getByRole('columnheader', { name, exact: true });

/** The names of the columns, as they stand beside each other. */
const namesOf = (page: Page): Promise<string[]> =>
  page.getByRole('columnheader').evaluateAll((heads) => heads.map((head) => head.textContent.trim()));

async function boxOf(place: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return box;
}

const widthOf = async (head: Locator): Promise<number> => (await boxOf(head)).width;

const ALL = ['Name', 'E-mail', 'SSO GUID', 'State', 'Updated'];

/** Opens the chooser from the menu of how the list looks. */
async function choose({ page }: Pick<Laptop, 'page'>): Promise<Locator> {
  await page.getByRole('button', { name: 'Rows and columns' }).click();
  await page.getByRole('menuitem', { name: 'Columns…' }).click();
  return page.getByRole('dialog', { name: 'Columns' });
}

test('columns are chosen, moved and made wider by keys, and stay so after a restart', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const first = await launch();
  const { screens, page } = first;
  await screens.connect({ address: service.address, token: TOKEN });
  await expect.poll(() => namesOf(page)).toEqual(ALL);

  const chooser = await choose(first);
  await expect(chooser.getByRole('checkbox', { name: 'Name', exact: true })).toBeDisabled();
  await chooser.getByRole('checkbox', { name: 'Created' }).press('Space');
  await chooser.getByRole('checkbox', { name: 'SSO GUID' }).press('Space');
  await expect(chooser.getByRole('checkbox', { name: 'SSO GUID' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(chooser).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Rows and columns' })).toBeFocused();
  await expect.poll(() => namesOf(page)).toEqual(['Name', 'E-mail', 'State', 'Updated', 'Created']);

  const email = headOf(page, 'E-mail');
  await email.getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => namesOf(page)).toEqual(['Name', 'State', 'E-mail', 'Updated', 'Created']);
  await expect(email.getByRole('button')).toBeFocused();
  const before = await widthOf(email);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => widthOf(email)).toBeCloseTo(Math.round(before) - 16, 0);
  await expect(screens.grid).toHaveAttribute('aria-colcount', '5');
  await expect(email).toHaveAttribute('aria-colindex', '3');
  await first.close();

  const again = await launch({ profileDir: first.profileDir });
  await expect.poll(() => namesOf(again.page)).toEqual(['Name', 'State', 'E-mail', 'Updated', 'Created']);
  expect(await widthOf(headOf(again.page, 'E-mail'))).toBeCloseTo(Math.round(before) - 16, 0);
  const reset = await choose(again);
  await reset.getByRole('button', { name: 'Reset columns' }).click();
  await expect.poll(() => namesOf(again.page)).toEqual(ALL);
});

test('a head is dragged to another place, its edge makes it wider, and a double click fits it', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const state = headOf(page, 'State');
  const name = headOf(page, 'Name');
  const target = await boxOf(name);
  // Another test's window that opens on the same display takes the pointer away for a moment: then it is done again.
  await expect(async () => {
    await page.mouse.up();
    await state.getByRole('button').hover();
    await page.mouse.down();
    await page.mouse.move(target.x + 4, target.y + 10, { steps: 8 });
    await expect(name).toHaveAttribute('data-drop', 'before', { timeout: 500 });
    await page.mouse.up();
  }).toPass();
  await expect.poll(() => namesOf(page)).toEqual(['State', 'Name', 'E-mail', 'SSO GUID', 'Updated']);
  // To drag is not to sort.
  await expect(state).toHaveAttribute('aria-sort', 'none');

  const before = await widthOf(state);
  const edge = state.locator('[aria-hidden]').last();
  await expect(async () => {
    await page.mouse.up();
    const at = await boxOf(edge);
    const from = await widthOf(state);
    await page.mouse.move(at.x + 6, at.y + 10);
    await page.mouse.down();
    await page.mouse.move(at.x + 56, at.y + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => widthOf(state), { timeout: 500 }).toBeCloseTo(from + 50, 0);
  }).toPass();
  await edge.dblclick();
  await expect.poll(() => widthOf(state)).toBeCloseTo(before, 0);

  const email = headOf(page, 'E-mail');
  for (let times = 0; times < 12; times += 1) await email.getByRole('button').press('Shift+ArrowLeft');
  const cells = screens.grid.getByRole('gridcell').and(page.locator('[data-column="email"]'));
  const areCut = (): Promise<boolean> =>
    cells.evaluateAll((all) =>
      all.some((cell) => [...cell.children].some((part) => part.scrollWidth > part.clientWidth)),
    );
  await expect.poll(areCut).toBe(true);
  const narrow = await widthOf(email);
  const emailEdge = email.locator('[aria-hidden]').last();
  await emailEdge.dblclick();
  await expect.poll(() => widthOf(email)).toBeGreaterThan(narrow + 100);
  await emailEdge.dblclick();
  await expect.poll(areCut).toBe(false);
});

test('every column sorts, and what has no room beside a record comes back', async ({ launch, serve }) => {
  const service = await serve();
  await service.create({ first_name: 'Aaa', last_name: 'Zz', remote_id: 'only-here-guid' });
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const chooser = await choose(laptop);
  await chooser.getByRole('checkbox', { name: 'First name' }).press('Space');
  await page.keyboard.press('Escape');
  const firstName = headOf(page, 'First name');
  await firstName.getByRole('button').click();
  await expect(firstName).toHaveAttribute('aria-sort', 'ascending');
  await expect(screens.rows.first()).toContainText('Aaa');

  await screens.rows.first().click();
  await expect(page.getByRole('tab', { name: 'Record' })).toBeVisible();
  await expect.poll(() => namesOf(page)).toEqual(['Name', 'E-mail', 'State', 'Updated', 'First name']);
  await expect(screens.grid).toHaveAttribute('aria-colcount', '6');
  await expect(headOf(page, 'State')).toHaveAttribute('aria-colindex', '4');
  // What was found stands in the row, also where its column has no room.
  await screens.search.fill('only-here');
  await expect(screens.rows).toHaveCount(1);
  await expect(screens.rows.first()).toContainText('only-here-guid');
  await screens.search.press('Escape');
  await page.getByRole('button', { name: 'Close the record' }).click();
  await expect.poll(() => namesOf(page)).toEqual([...ALL, 'First name']);
});
