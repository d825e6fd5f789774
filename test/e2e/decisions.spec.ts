import { expect, type Page } from '@playwright/test';
import { meetInConflict } from '../support/app/conflict.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord, type TestService } from '../support/app/test-service.ts';

async function somebody(service: TestService): Promise<ServiceRecord> {
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  return person;
}

/** Presses Tab until the element that has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never came to ${name}.`);
}

test('three fields are decided with the keyboard alone, and the server gets exactly that', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org', last_name: 'Mine', first_name: 'My-First' },
    theirs: { email: 'theirs@example.org', last_name: 'Theirs', first_name: 'Their-First' },
  });

  await tabTo(page, '1 needs your decision');
  await page.keyboard.press('Enter');
  const workspace = page.getByRole('region', { name: 'Decision' });
  await expect(workspace).toContainText('3 fields were changed here and on the server');
  // Who speaks to the app can do without keys that a word might press.
  await api.settings.change({ singleKeys: false });
  await expect(workspace.getByText('Ctrl+Enter')).toBeVisible();
  await expect(workspace.locator('kbd', { hasText: /^1$/ })).toHaveCount(0);
  for (const key of ['1', '?']) await page.keyboard.press(key);
  await expect(screens.dialog).toHaveCount(0);
  await api.settings.change({ singleKeys: true });
  await expect(workspace.locator('kbd', { hasText: /^1$/ }).first()).toBeVisible();
  const { fields } = await valueOf(api.decisions.get({ id: person.id }));
  for (const [index, { field }] of fields.entries()) {
    await expect(page.getByRole('status', { name: 'Progress' })).toHaveText(
      `Field ${String(index + 1)} of 3${String(index)} of 3 decided`,
    );
    if (field === 'email') await page.keyboard.press('1');
    else if (field === 'last_name') await page.keyboard.press('2');
    else {
      await page.keyboard.press('3');
      await expect(page.getByRole('textbox', { name: 'Another value: First name' })).toBeFocused();
      await page.keyboard.insertText('Neither');
      await page.keyboard.press('Enter');
    }
  }
  await expect(workspace).toContainText('All fields decided');
  const result = workspace.getByRole('region', { name: 'Resulting record' });
  for (const value of ['mine@example.org', 'Theirs', 'Neither']) await expect(result).toContainText(value);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nothing needs your decision').first()).toBeVisible();
  await screens.chooseSync('Sync now');
  await expect
    .poll(() => service.get(person.id))
    .toMatchObject({
      email: 'mine@example.org',
      last_name: 'Theirs',
      first_name: 'Neither',
    });
  await screens.expectAllSaved();
});

test('the workspace shows before, yours and the server’s, and takes an answer back', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goTo('Decisions');
  const card = page.getByRole('article', { name: 'E-mail' });
  await expect(card).toContainText(String(person.attributes['email']));
  await expect(card.getByRole('region', { name: 'Yours' })).toContainText('mine@example.org');
  await expect(card.getByRole('region', { name: 'Server' })).toContainText('theirs@example.org');
  await page.keyboard.press('2');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1 field left')).toBeVisible();
  await expect(screens.button('Save result')).toBeDisabled();
  expect(await service.get(person.id)).toMatchObject({ email: 'theirs@example.org' });
});

test('an overwrite is a second step that shows what it displaces, and the server gets mine', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goTo('Decisions');
  // The server moves on before the dialog opens: the dialog has to show what is there then.
  await service.edit(person.id, { email: 'newest@example.org' });
  await screens.button('Overwrite the server copy…').click();
  const line = screens.dialog.getByRole('row', { name: /^E-mail/ });
  await expect(line).toContainText('newest@example.org');
  await expect(line).toContainText('mine@example.org');
  expect(await service.get(person.id)).toMatchObject({ email: 'newest@example.org' });
  await screens.dialog.getByRole('button', { name: 'Overwrite 1 field' }).click();
  await expect.poll(() => service.get(person.id)).toMatchObject({ email: 'mine@example.org' });
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
    'The server copy was overwritten.',
  );
  await screens.openRecord('mine@example.org');
  await page.getByRole('tab', { name: /^History/ }).click();
  const told = page.getByRole('listitem').filter({ hasText: 'You overwrote the server copy' });
  await expect(told).toContainText('newest@example.org');
  const { last_name, first_name } = person.attributes;
  expect(await service.get(person.id)).toMatchObject({ last_name, first_name });
});

test('an overwrite is taken back by its notice and by the key, with an edit that forces nothing', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const [mine, theirs] = [{ email: 'mine@example.org' }, { email: 'theirs@example.org' }];
  await meetInConflict(laptop, { service, person, mine, theirs });
  await screens.goTo('Decisions');
  await screens.button('Overwrite the server copy…').click();
  await screens.dialog.getByRole('button', { name: 'Overwrite 1 field' }).click();
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('The server copy was overwritten.');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(notices).toContainText('Taken back: Your values over the server copy of');
  await expect.poll(() => service.get(person.id)).toMatchObject(theirs);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => service.get(person.id)).toMatchObject(mine);
  await page.keyboard.press('Control+z');
  await expect.poll(() => service.get(person.id)).toMatchObject(theirs);
  await screens.expectAllSaved();
});

test('cancelling the overwrite sends nothing', async ({ launch, serve }) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  await laptop.screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  const { screens } = laptop;
  await screens.goTo('Decisions');
  await screens.button('Overwrite the server copy…').click();
  await expect(screens.dialog.getByRole('row', { name: /^E-mail/ })).toContainText('theirs@example.org');
  const writes = service.writes('PUT');
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await screens.chooseSync('Work offline');
  await screens.button('Overwrite the server copy…').click();
  await expect(screens.dialog).toContainText('You are working offline, as you chose.');
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await screens.chooseSync('Go online');
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('1 needs your decision');
  expect(service.writes('PUT')).toBe(writes);
  expect(await service.get(person.id)).toMatchObject({ email: 'theirs@example.org' });
});

test('a decision made over a version that is no longer the newest is asked again, and overwrites nothing', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goTo('Decisions');
  await expect(page.getByRole('article', { name: 'E-mail' })).toContainText('theirs@example.org');
  await service.edit(person.id, { email: 'newest@example.org' });
  await page.keyboard.press('1');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(screens.status).toContainText('1 waiting to send');
  await screens.chooseSync('Sync now');
  // The token of the version that was shown is refused; what is there now comes back as a new question.
  await expect(page.getByRole('article', { name: 'E-mail' })).toContainText('newest@example.org');
  await expect(screens.status).toContainText('1 needs your decision');
  expect(await service.get(person.id)).toMatchObject({ email: 'newest@example.org' });
  await page.keyboard.press('1');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => service.get(person.id)).toMatchObject({ email: 'mine@example.org' });
});

test('an answer about a version that has been replaced is refused by its token', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  const { id } = person;
  const { version } = await valueOf(api.decisions.get({ id }));
  await service.edit(id, { email: 'newest@example.org' });
  await screens.chooseSync('Sync now');
  await expect
    .poll(async () => (await valueOf(api.decisions.get({ id }))).fields.map(({ remote }) => remote))
    .toEqual(['newest@example.org']);
  const stale = { ok: false, failure: { code: 'stale-decision' } };
  expect(
    await api.decisions.choose({ id, version, field: 'email', choice: { side: 'yours' } }),
  ).toMatchObject(stale);
  expect(await api.decisions.save({ id, version })).toMatchObject(stale);
  expect(await api.decisions.overwrite({ id, version })).toMatchObject(stale);
  expect(await service.get(id)).toMatchObject({ email: 'newest@example.org' });
});

test('a decision half done keeps its answers when the app is killed', async ({ launch, serve }) => {
  const service = await serve();
  const person = await somebody(service);
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(first, {
    service,
    person,
    mine: { email: 'mine@example.org', last_name: 'Mine' },
    theirs: { email: 'theirs@example.org', last_name: 'Theirs' },
  });
  await first.screens.goTo('Decisions');
  await expect(first.page.getByRole('status', { name: 'Progress' })).toContainText('Field 1 of 2');
  await first.page.keyboard.press('1');
  await expect(first.page.getByText('1 field left')).toBeVisible();
  const { fields } = await valueOf(first.api.decisions.get({ id: person.id }));
  const answered = fields.find(({ choice }) => choice !== undefined);
  await first.kill();

  const { screens, page, api } = await launch({ profileDir: first.profileDir });
  await expect(screens.status).toContainText('1 needs your decision');
  await screens.goTo('Decisions');
  await expect(page.getByRole('region', { name: 'Inbox' })).toContainText('1 of 2');
  await expect(page.getByText('1 field left')).toBeVisible();
  const again = await valueOf(api.decisions.get({ id: person.id }));
  expect(again.fields.find(({ choice }) => choice !== undefined)).toEqual(answered);
  await page.keyboard.press('2');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  const isMine = answered?.field === 'email';
  expect(await service.get(person.id)).toMatchObject({
    email: isMine ? 'mine@example.org' : 'theirs@example.org',
    last_name: isMine ? 'Theirs' : 'Mine',
  });
});
