import { expect } from '@playwright/test';
import { AccountScreens } from '../support/app/account-screens.ts';
import { valueOf } from '../support/app/launch-app.ts';
import type { Screens } from '../support/app/screens.ts';
import { TestAccounts } from '../support/app/test-accounts.ts';
import { test, type Laptop, type World } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord, type TestService } from '../support/app/test-service.ts';
import { pass } from '../support/wire/fault-proxy.ts';
import type { Answer } from '../support/wire/message.ts';

type Lost = Laptop & {
  readonly service: TestService;
  readonly person: ServiceRecord;
  readonly email: string;
};

/** A laptop with an unsent edit on a record that a colleague removed meanwhile, with its record open. */
async function withLostRecord({ serve, launch }: Pick<World, 'serve' | 'launch'>): Promise<Lost> {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const email = String(person.attributes['email']);
  const laptop = await launch();
  const { screens } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.edit(email, { 'Last name': 'Unsent-Edit' });
  await service.remove(person.id);
  await screens.chooseSync('Go online');
  await expect(laptop.page.getByRole('region', { name: 'No longer on the server' })).toBeVisible();
  return { ...laptop, service, person, email };
}

test('a record that was removed on the server can be kept on this laptop, and the question becomes quiet', async ({
  serve,
  launch,
}) => {
  const { page, screens, service, api, person } = await withLostRecord({ serve, launch });
  const card = page.getByRole('region', { name: 'No longer on the server' });
  await expect(card).toContainText(/The server no longer has this record \(seen today \d\d?:\d\d/u);
  await expect(card).toContainText('Your 1 unsent change is kept here and is not sent.');
  await expect(card).toContainText('It leaves your list with your 1 unsent change; nothing of it is sent.');
  // The three answers are reached by the keyboard, in their order.
  await card.getByRole('button', { name: 'Keep on this laptop' }).focus();
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Kept on this laptop only.');
  await expect(page.getByRole('region', { name: 'Record', exact: true })).toBeFocused();
  await expect(card.getByRole('button', { name: 'Keep on this laptop' })).toHaveCount(0);
  await expect(card.getByRole('button', { name: 'Take out of the list' })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Make it again on the server…' })).toBeVisible();
  await expect(screens.field('Last name')).toHaveValue('Unsent-Edit');
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('Connected');
  expect((await valueOf(api.sync.status())).allSaved).toBe(false);
  expect(service.writes('POST') + service.writes('PUT')).toBe(0);
  await screens.search.fill('');
  await screens.button('Close the record').click();
  await screens.button('Gone 1').click();
  await expect(screens.rows).toHaveCount(1);
  expect((await valueOf(api.records.get({ id: person.id }))).judgement).toBe('kept');
});

test('a record that was removed can be taken out of the list, and is back with its edit', async ({
  serve,
  launch,
}) => {
  const { page, screens, service, person } = await withLostRecord({ serve, launch });
  await screens.search.fill('');
  await expect(screens.rows).toHaveCount(12);
  await screens.button('Take out of the list').click();
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('Taken out of the list with your 1 unsent change');
  await expect(screens.rows).toHaveCount(11);
  await expect(screens.grid).toBeFocused();
  await expect(screens.status).toContainText('1 out of the list, not sent');
  await expect(screens.status).not.toContainText('All saved');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(screens.rows).toHaveCount(12);
  await page.keyboard.press('Control+Shift+z');
  await expect(screens.rows).toHaveCount(11);
  await page.keyboard.press('Control+z');
  await expect(screens.rows).toHaveCount(12);
  await screens.openRecord('Unsent-Edit');
  await expect(screens.field('Last name')).toHaveValue('Unsent-Edit');
  const card = page.getByRole('region', { name: 'No longer on the server' });
  await expect(card).toContainText('Your 1 unsent change is kept here and is not sent.');
  // Long after the notice, the decision log leads to it.
  await screens.button('Take out of the list').click();
  await expect(screens.rows).toHaveCount(0);
  await screens.goTo('Sync centre');
  const log = page.getByRole('region', { name: 'Decision log' });
  await log
    .getByRole('button', { name: /Unsent-Edit$/u })
    .first()
    .click();
  await expect(card).toContainText('Taken out of the list.');
  await expect(screens.field('Last name')).toHaveValue('Unsent-Edit');
  await card.getByRole('button', { name: 'Put it back' }).click();
  await expect(card).toContainText('Your 1 unsent change is kept here and is not sent.');
  await expect(screens.field('Last name')).toHaveValue('Unsent-Edit');
  await screens.openRecord('Unsent-Edit');
  expect((await service.list()).some(({ id }) => id === person.id)).toBe(false);
  expect(service.writes('POST') + service.writes('PUT')).toBe(0);
});

test('an edit that is out of the list is told on every screen and listed, until it is put back or discarded', async ({
  serve,
  launch,
}) => {
  const { page, screens, service, api, person } = await withLostRecord({ serve, launch });
  await screens.button('Take out of the list').click();
  await screens.status.getByRole('button', { name: '1 out of the list, not sent' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 is out of the list and not sent');
  const row = page.getByRole('article', { name: 'Unsent-Edit' });
  await expect(row).toContainText('Last name');
  await expect(page.getByRole('heading', { name: 'Out of the list, not sent' })).toBeVisible();
  await row.getByRole('button', { name: 'Put it back' }).click();
  await expect(row).toHaveCount(0);
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('It is in the list again, as it was');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await row.getByRole('button', { name: 'Discard mine' }).click();
  await expect(row).toHaveCount(0);
  await screens.expectAllSaved();
  expect((await valueOf(api.records.get({ id: person.id }))).judgement).toBe('hidden');
  // Taken back, it is in the list, with the edit.
  await page.keyboard.press('Control+z');
  await expect(screens.status).not.toContainText('All saved');
  await screens.goTo('Key Accounts');
  await screens.openRecord('Unsent-Edit');
  await expect(screens.field('Last name')).toHaveValue('Unsent-Edit');
  expect(service.writes('POST') + service.writes('PUT')).toBe(0);
});

test('a record is made again on the server only after a second step, and is then the one on the screen', async ({
  serve,
  launch,
}) => {
  const { page, screens, service, person, email } = await withLostRecord({ serve, launch });
  const again = screens.button('Make it again on the server…');
  await again.click();
  await expect(screens.dialog).toContainText('Make a new record for everybody?');
  // As a fast hand presses it: before the dialog has taken the focus.
  await again.dispatchEvent('keydown', { code: 'Escape', key: 'Escape', bubbles: true, cancelable: true });
  await expect(screens.dialog).toHaveCount(0);
  // Esc closed the dialog only.
  await expect(again).toBeFocused();
  expect(service.writes('POST')).toBe(0);
  await again.click();
  await screens.dialog.getByRole('button', { name: 'Make a new record' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('A new record was made from it');
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(service.writes('POST')).toBe(1);
  const made = (await service.list()).find(({ attributes }) => attributes['email'] === email);
  expect(made?.id).not.toBe(person.id);
  expect(made?.attributes).toMatchObject({ last_name: 'Unsent-Edit' });
  await expect(page.getByRole('region', { name: 'No longer on the server' })).toHaveCount(0);
  await expect(screens.field('Last name')).toHaveValue('Unsent-Edit');
  await page.getByRole('tab', { name: /^History/ }).click();
  await expect(page.getByRole('tabpanel')).toContainText(
    'Made again from a record that was no longer on the server',
  );
});

/** Without a delta it takes two complete lists to miss a record; the second round begins when the first has ended. */
async function syncTwice(screens: Screens): Promise<void> {
  await screens.chooseSync('Sync now');
  await screens.chooseSync('Sync now');
}

test('many that vanish at once are asked about; nothing is removed before the answer', async ({
  serve,
  launch,
}) => {
  const service = await serve();
  const people = (await service.list()).slice(0, 4);
  const { page, screens, api } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  for (const { id } of people) await service.remove(id);
  await syncTwice(screens);
  const notice = page.getByRole('region', { name: 'Notice' });
  await expect(notice).toContainText(
    '4 records are no longer in the server’s list. Nothing was removed here',
  );
  await expect(screens.rows).toHaveCount(12);
  await notice.getByRole('button', { name: 'They are not gone' }).click();
  await expect(notice).toHaveCount(0);
  expect((await valueOf(api.sync.status())).counts.missing).toBe(0);
});

test('many that vanished are taken as gone after a second step, and stay on this laptop', async ({
  serve,
  launch,
}) => {
  const service = await serve();
  const people = (await service.list()).slice(0, 4);
  const { page, screens } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  for (const { id } of people) await service.remove(id);
  await syncTwice(screens);
  const notice = page.getByRole('region', { name: 'Notice' });
  await notice.getByRole('button', { name: 'They are gone…' }).click();
  await expect(screens.dialog).toContainText('Are these 4 records gone?');
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'They are gone…' }).click();
  await screens.dialog.getByRole('button', { name: 'Take 4 as gone' }).click();
  await expect(notice).toHaveCount(0);
  await expect(screens.rows.filter({ hasText: 'Gone' })).toHaveCount(4);
  await expect(screens.rows).toHaveCount(12);
});

/** What the service answers when it is asked for an account that it does not have. */
const GONE = {
  status: 404,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ status: 404, title: 'Not found' }),
};

/** A list of accounts as it is when one of them is no longer there. */
function withoutAccount(answer: Answer, id: string): Answer {
  const list = JSON.parse(answer.body.toString()) as {
    $meta: { pagination: { total: number } };
    data: readonly { id: string }[];
  };
  const data = list.data.filter((account) => account.id !== id);
  list.$meta.pagination.total -= list.data.length - data.length;
  return { ...answer, body: JSON.stringify({ ...list, data }) };
}

test('people and accounts that are no longer on the server are told apart, each with the way to its list', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve({ accounts: 3 });
  const [person] = await service.people(1);
  const gone = await new TestAccounts(service).find(() => true);
  if (!person) throw new Error('There is nobody.');
  const line = await lineTo(service);
  const { screens, page } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  await service.remove(person.id);
  line.always(async (exchange) => {
    const { url } = exchange.request;
    if (url.includes(`/accounts/${gone.id}`)) exchange.answer(GONE);
    else if (url.startsWith('/public/')) exchange.answer(withoutAccount(await exchange.forward(), gone.id));
    else await pass(exchange);
  });
  await screens.chooseSync('Sync now');
  await screens.chooseSync('Sync now');
  await screens.goTo('Sync centre');
  const lines = page.getByRole('region', { name: 'Sync centre' }).getByRole('listitem');
  const people = lines.filter({ hasText: '1 Key Account is no longer on the server.' });
  const accounts = lines.filter({ hasText: '1 Marketplace account is no longer on the server.' });
  await expect(people).toBeVisible();
  await accounts.getByRole('button', { name: 'Show them' }).click();
  const screen = new AccountScreens(screens);
  await expect(screen.rows).toHaveCount(1);
  await expect(screen.rows).toContainText(gone.name);
  await screens.goTo('Sync centre');
  await people.getByRole('button', { name: 'Show them' }).click();
  await expect(screens.rows).toHaveCount(1);
  await expect(screens.rows).toContainText(String(person.attributes['email']));
});
