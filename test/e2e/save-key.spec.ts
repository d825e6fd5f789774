import { expect } from '@playwright/test';
import { chooseFromMenu } from '../support/app/menu.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('Ctrl+S saves what is being typed and stays in the field; the menu does it too, and both say so', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const id = await service.create({ first_name: 'Saved', last_name: 'By-Key', email: 's@key.example' });
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.openRecord('s@key.example');
  const valueOf = async (field: string): Promise<unknown> => {
    const answer = await api.records.get({ id });
    return answer.ok ? answer.value.values[field] : answer.failure;
  };
  const typed = screens.field('Last name');
  await typed.fill('By-Ctrl-S');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Last name saved on this laptop')).toBeVisible();
  await expect(typed).toBeFocused();
  expect(await valueOf('last_name')).toBe('By-Ctrl-S');

  await page.keyboard.press('Control+s');
  await expect(
    page.getByText('Everything typed here is saved; a field is saved when you leave it'),
  ).toBeVisible();

  await screens.field('First name').fill('By-Menu');
  await chooseFromMenu(laptop, 'save-record');
  await expect(page.getByText('First name saved on this laptop')).toBeVisible();
  expect(await valueOf('first_name')).toBe('By-Menu');

  await page.keyboard.press('Control+n');
  await screens.field('First name').fill('Made-By-Key');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Made-By-Key' })).toBeVisible();
  await expect(page.getByRole('form', { name: 'New Key Account' })).toHaveCount(0);
  await page.keyboard.press('Control+/');
  await expect(screens.dialog).toContainText('Save what is typed');
});
