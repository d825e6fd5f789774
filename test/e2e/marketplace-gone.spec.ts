import { expect } from '@playwright/test';
import { AccountScreens } from '../support/app/account-screens.ts';
import { Inspector } from '../support/app/inspector.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test, type Laptop, type World } from '../support/app/test.ts';
import { idOf, TestAccounts } from '../support/app/test-accounts.ts';
import { TOKEN } from '../support/app/test-service.ts';

/** A laptop that has the accounts of a service, with the list of them. */
async function withAccounts({ serve, launch }: Pick<World, 'serve' | 'launch'>) {
  const service = await serve({ accounts: 20 });
  const account = await new TestAccounts(service).find(({ externalId }) => externalId !== null);
  const laptop = await launch();
  await laptop.screens.connect({ address: service.address, token: TOKEN });
  const screen = new AccountScreens(laptop.screens);
  return { ...laptop, service, account, screen, card: cardOf(laptop) };
}

const cardOf = ({ page }: Pick<Laptop, 'page'>) =>
  page.getByRole('region', { name: 'No longer on the server' });

test('an account that is gone while an edit of it waits is told, and is kept here without being sent', async ({
  serve,
  launch,
}) => {
  const { screens, screen, page, api, service, account, card } = await withAccounts({ serve, launch });
  await screens.chooseSync('Work offline');
  await screen.open(String(account.externalId));
  await screens.editField('Name', 'Edited while it went');
  await service.removeAccount(account.id);
  await screens.chooseSync('Go online');
  await expect(card).toContainText(/The server no longer has this record \(seen today/u);
  await expect(card).toContainText('Your 1 unsent change is kept here and is not sent.');
  // Accounts are not made by people: there is no way to make one again.
  await expect(card.getByRole('button')).toHaveText(['Keep on this laptop', 'Take out of the list']);
  await card.getByRole('button', { name: 'Keep on this laptop' }).click();
  await expect(card).toContainText('Kept on this laptop only.');
  await expect(card.getByRole('button')).toHaveText(['Take out of the list']);
  await expect(screens.field('Name')).toHaveValue('Edited while it went');
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('Connected');
  await expect(screens.status).not.toContainText('All saved');

  // The list says it of the row, and finds it.
  await screens.button('Close the record').click();
  await screen.search.fill('');
  await expect(screen.rows.filter({ hasText: 'Gone' })).toHaveCount(1);
  await screens.button('Gone 1').click();
  await expect(screen.rows).toHaveCount(1);
  await expect(screen.rows).toContainText('Edited while it went');
  expect(service.answered.filter(({ method, status }) => method === 'PUT' && status < 300)).toEqual([]);
  const kept = await valueOf(api.records.get({ id: idOf(account) }));
  expect(kept).toMatchObject({ state: 'missing', judgement: 'kept' });
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await valueOf(api.records.get({ id: idOf(account) }))).judgement)
    .toBe(undefined);
});

test('an account that is gone leaves the list, is back by the notice, and is itself again when the service has it', async ({
  serve,
  launch,
}) => {
  const app = await withAccounts({ serve, launch });
  const { screens, screen, page, service, account, card } = app;
  const putBack = await service.removeAccount(account.id);
  // It takes two complete lists to miss one; the second round begins when the first has ended.
  await screens.chooseSync('Sync now');
  await screens.chooseSync('Sync now');
  await screen.open(String(account.externalId));
  await expect(card).toContainText('Nothing was removed here. What should become of it?');
  const inspector = await Inspector.for(app);
  await inspector.look('account that is gone', card);
  expect(inspector.found).toEqual([]);

  await screen.search.fill('');
  await expect(screen.rows).toHaveCount(20);
  await card.getByRole('button', { name: 'Take out of the list' }).click();
  await expect(screen.rows).toHaveCount(19);
  await expect(screen.grid).toBeFocused();
  await page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(screen.rows).toHaveCount(20);

  await putBack();
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await screen.open(String(account.externalId));
  await expect(screens.field('Name')).toHaveValue(account.name);
  await expect(card).toHaveCount(0);
});
