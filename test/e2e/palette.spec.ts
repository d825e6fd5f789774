import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
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
