import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('who types a record that is here already is told, can look at it, and loses nothing', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.create({ first_name: 'Zoë', last_name: 'Nygård', email: 'Zoe@fjord.example' });
  const { screens, page, api } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const hint = page.getByRole('region', { name: 'There may be one already' });
  await screens.button('New Key Account').click();
  await screens.field('First name').fill('zoe');
  await screens.field('Last name').fill('NYGARD');
  await expect(hint).toContainText('same name');
  await screens.field('Last name').fill('Nygaard');
  await expect(hint).toHaveCount(0);
  await screens.field('E-mail').fill(' zoe@FJORD.example');
  await expect(hint).toContainText('same e-mail');
  await hint.getByRole('button', { name: 'Open it: Zoë Nygård' }).click();
  await expect(page.getByRole('heading', { name: 'Zoë Nygård' })).toBeVisible();
  await expect(screens.status).toContainText('All saved to the server');

  // The typed text waits in the form, and can be saved all the same.
  await screens.button('New Key Account').click();
  await expect(screens.field('Last name')).toHaveValue('Nygaard');
  await expect(hint).toContainText('same e-mail');
  await screens.button('Save on this laptop').click();
  await expect(screens.status).toContainText('1 waiting to send');
  expect(await api.records.drafts({})).toEqual({ ok: true, value: [] });
  await screens.expectAllSaved();
  const made = (await service.list()).filter(({ attributes }) => attributes['last_name'] === 'Nygaard');
  expect(made).toHaveLength(1);
});
