import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('what waits in the copy of another service is in sight, and is sent there when its copy is opened', async ({
  launch,
  serve,
}) => {
  const [first, second] = [await serve(), await serve()];
  const { page, screens } = await launch();
  await screens.connect({ address: first.address, token: TOKEN });
  await expect(screens.status.getByRole('button', { name: 'another copy' })).toHaveCount(0);
  await screens.chooseSync('Work offline');
  const [person] = await first.people(1);
  if (!person) throw new Error('There is nobody.');
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Of-First' });

  await screens.goTo('Settings');
  await screens.field('Service address').fill(second.address);
  await screens.button('Connect').click();
  await expect(page.getByRole('alert')).toContainText('The service did not accept the sign-in token');
  await screens.field('Sign-in token of this service').fill(TOKEN);
  await page.keyboard.press('Enter');
  await expect(screens.status).toContainText('All of this copy is saved to the server', { timeout: 20_000 });
  const notice = screens.status.getByRole('button', { name: '1 change waits in another copy' });
  await notice.click();
  const centre = page.getByRole('region', { name: 'Sync centre' });
  const others = centre.getByRole('region', { name: 'Other copies on this laptop' });
  const hostOf = ({ address }: { readonly address: string }): string => new URL(address).host;
  await expect(others).toContainText(hostOf(first));
  await expect(others).toContainText('1 change is not sent yet · 12 Key Accounts');
  // Of this service nothing waits; that nothing waits at all would not be true.
  await expect(centre.getByRole('heading', { level: 1 })).toHaveText(
    'All of this copy is saved to the server',
  );
  await expect(centre.getByText('Nothing waits to be sent')).toHaveCount(0);

  await others.getByRole('button', { name: `Open ${hostOf(first)}` }).click();
  await expect(screens.status).toContainText('Working offline');
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  await expect(notice).toHaveCount(0);
  expect((await first.get(person.id))['last_name']).toBe('Of-First');
  expect(second.writes('PUT')).toBe(0);

  await screens.goTo('Sync centre');
  await expect(centre.getByText('Nothing waits to be sent')).toBeVisible();
  await expect(others).toContainText('12 Key Accounts');
  await others.getByRole('button', { name: `Open ${hostOf(second)}` }).click();
  await expect(page.getByRole('navigation')).toContainText(hostOf(second));
  await screens.expectAllSaved();
});
