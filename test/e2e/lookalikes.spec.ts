import { expect } from '@playwright/test';
import { Inspector } from '../support/app/inspector.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test.describe.configure({ timeout: 180_000 });

const one = { first_name: 'Zoë', last_name: 'Nygård', email: null, remote_id: 'nyg-10472' };
const two = { first_name: 'Zoe', last_name: 'Nygard', email: 'zoe@fjord.example', primary: true };

test('records that look alike lead to each other, are compared field by field, and are brought together', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const id = await service.create(one);
  const other = await service.create(two);
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const card = page.getByRole('region', { name: 'Possibly the same as' });
  const named = (name: string) => page.getByRole('heading', { name, exact: true });

  await screens.openRecord('nyg-10472');
  await expect(card).toContainText('Zoe Nygard');
  await expect(card).toContainText('same name');
  await card.getByRole('button', { name: 'Open Zoe Nygard, zoe@fjord.example' }).click();
  await expect(named('Zoe Nygard')).toBeVisible();
  await card.getByRole('button', { name: 'Open Zoë Nygård, Empty' }).click();
  await expect(named('Zoë Nygård')).toBeVisible();

  // Esc closes the comparison and leaves the record open, the focus where it was.
  const compare = card.getByRole('button', { name: 'Compare with Zoe Nygard…' });
  await compare.click();
  await expect(screens.dialog.getByRole('button', { name: 'Take over' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(screens.dialog).toHaveCount(0);
  await expect(compare).toBeFocused();

  await compare.press('Enter');
  await expect(screens.dialog).toContainText('removes nothing from the server');
  await expect(screens.dialog.getByRole('row', { name: 'Last download' })).toContainText('the same in both');
  await screens.dialog.getByRole('radio', { name: 'E-mail: take over zoe@fjord.example' }).check();
  await screens.dialog.getByRole('radio', { name: 'Last name: take over Nygard' }).check();
  await screens.dialog.getByRole('radio', { name: 'Last name: keep Nygård' }).check();
  await screens.dialog.getByRole('radio', { name: 'Primary: take over Yes' }).check();
  await expect(screens.dialog).toContainText('2 fields change');
  await screens.button('Take over').click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('Taken over: E-mail, Primary');
  await expect(screens.dialog).toHaveCount(0);
  await expect(screens.field('E-mail')).toHaveValue('zoe@fjord.example');
  await expect(card).toContainText('same e-mail and name');
  await screens.expectAllSaved();
  expect(await service.get(id)).toMatchObject({ ...one, email: two.email, primary: true });
  expect(await service.get(other)).toMatchObject(two);

  // One act: one undo.
  await page.keyboard.press('Control+z');
  await expect(screens.field('E-mail')).toHaveValue('');
  await expect.poll(async () => (await service.get(id))['email']).toBeNull();
  expect((await service.get(id))['primary']).not.toBe(true);
});

test('who is not the same person is named no more, also after a restart; that is taken back and said again', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.create(one);
  await service.create(two);
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  const cardIn = ({ page }: typeof first) => page.getByRole('region', { name: 'Possibly the same as' });
  await first.screens.openRecord('nyg-10472');
  const apart = cardIn(first).getByRole('button', { name: 'Not the same person: Zoe Nygard' });
  await apart.click();
  await expect(cardIn(first)).toHaveCount(0);
  await expect(first.page.getByRole('region', { name: 'Record' })).toBeFocused();
  await first.screens.button('Undo').click();
  await expect(cardIn(first)).toContainText('Zoe Nygard');
  await first.page.keyboard.press('Control+Shift+z');
  await expect(cardIn(first)).toHaveCount(0);
  await first.close();

  const again = await launch({ profileDir: first.profileDir });
  await again.screens.openRecord('zoe@fjord.example');
  await expect(again.page.getByRole('heading', { name: 'Zoe Nygard' })).toBeVisible();
  // What is said of a record stands above what the server keeps of it.
  await expect(again.page.getByRole('region', { name: 'Kept by the server' })).toBeVisible();
  await expect(cardIn(again)).toHaveCount(0);
  await again.page.keyboard.press('Control+z');
  await expect(cardIn(again)).toContainText('Zoë Nygård');
  await expect(again.page.getByRole('status', { name: 'Notices' })).toContainText(
    'Taken back: Zoë Nygård is not the same person as another record',
  );
});

test('the hint and the comparison can be used by everybody', async ({ launch, serve }) => {
  const service = await serve();
  await service.create(one);
  await service.create(two);
  const app = await launch();
  const { screens, page } = app;
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(app);
  await screens.openRecord('nyg-10472');
  const card = page.getByRole('region', { name: 'Possibly the same as' });
  await inspector.look('record, one that looks alike', card);
  await inspector.reflow('record, one that looks alike');
  await card.getByRole('button', { name: /^Compare/u }).click();
  await screens.dialog.getByRole('radio', { name: /^E-mail: take over/u }).check();
  await inspector.look('two records compared', screens.dialog);
  await inspector.reflow('two records compared');
  expect(inspector.found).toEqual([]);
});
