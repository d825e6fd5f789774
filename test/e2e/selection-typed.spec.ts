import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('what is typed into the pane of the selection is there again after a record was open', async ({
  launch,
  serve,
}) => {
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: (await serve()).address, token: TOKEN });
  await screens.rows.nth(1).click({ modifiers: ['Control'] });
  await screens.rows.nth(2).click({ modifiers: ['Control'] });
  const pane = page.getByRole('region', { name: 'Selection' });
  const email = pane.getByRole('textbox', { name: 'E-mail' });
  await email.fill('half-typed@exam');
  await screens.rows.nth(5).click();
  await expect(page.getByRole('tab', { name: 'Record' })).toBeVisible();
  await screens.button('Close the record').click();
  await expect(email).toHaveValue('half-typed@exam');
  await screens.goTo('Settings');
  await screens.goTo('Key Accounts');
  await expect(email).toHaveValue('half-typed@exam');
  // One more of them changes nothing; a new selection begins with nothing.
  await screens.rows.nth(3).click({ modifiers: ['Control'] });
  await expect(email).toHaveValue('half-typed@exam');
  await pane.getByRole('button', { name: 'Clear' }).click();
  await screens.rows.nth(1).click({ modifiers: ['Control'] });
  await screens.rows.nth(2).click({ modifiers: ['Control'] });
  await expect(email).toHaveValue('');
});
