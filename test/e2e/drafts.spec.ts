import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('a word that was being typed when the app was killed is offered, never put in', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const email = String(person.attributes['email']);
  const before = String(person.attributes['last_name']);
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.screens.openRecord(email);
  await first.screens.field('Last name').fill('Half-a-wo');
  await expect
    .poll(async () => first.api.keyAccounts.drafts({ id: person.id }))
    .toMatchObject({
      ok: true,
      value: [{ field: 'last_name', value: 'Half-a-wo', seen: before }],
    });
  await first.kill();
  const again = await launch({ profileDir: first.profileDir });
  await again.screens.openRecord(email);
  await expect(again.screens.field('Last name')).toHaveValue(before);
  await expect(again.page.getByText('Not saved yet · from')).toBeVisible();
  await again.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(again.screens.field('Last name')).toHaveValue('Half-a-wo');
  await expect(again.page.getByText('Not saved yet · from')).toHaveCount(0);
  await expect(again.screens.status).toContainText('1 waiting to send');
  expect(await again.api.keyAccounts.drafts({ id: person.id })).toEqual({ ok: true, value: [] });
});

test('a new record that was being typed when the app was killed is in its form again', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.screens.button('New Key Account').click();
  await first.screens.field('First name').fill('Zoë');
  await first.screens.field('Last name').fill('Half-Typed');
  await expect
    .poll(async () => {
      const kept = await first.api.keyAccounts.drafts({});
      return kept.ok ? kept.value.map(({ value }) => value) : [];
    })
    .toEqual(['Zoë', 'Half-Typed']);
  await first.kill();
  const again = await launch({ profileDir: first.profileDir });
  await expect(again.screens.grid).toBeVisible();
  await again.screens.button('New Key Account').click();
  await expect(again.screens.field('Last name')).toHaveValue('Half-Typed');
  await expect(again.page.getByText('Not saved yet · from')).toBeVisible();
  await again.screens.button('Save on this laptop').click();
  await expect(again.screens.status).toContainText('1 waiting to send');
  expect(await again.api.keyAccounts.drafts({})).toEqual({ ok: true, value: [] });
});
