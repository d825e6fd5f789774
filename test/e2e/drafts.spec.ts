import { expect } from '@playwright/test';
import { meetInConflict } from '../support/app/conflict.ts';
import { connectOffline, failures, HELD, whileHeld } from '../support/app/held.ts';
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
    .poll(async () => first.api.records.drafts({ id: person.id }))
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
  expect(await again.api.records.drafts({ id: person.id })).toEqual({ ok: true, value: [] });
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
      const kept = await first.api.records.drafts({});
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
  expect(await again.api.records.drafts({})).toEqual({ ok: true, value: [] });
});

test('an answer that was being typed when the app was killed is offered in its decision, never put in', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  const mine = { last_name: 'Mine', email: 'mine@example.org' };
  const theirs = { last_name: 'Theirs', email: 'theirs@example.org' };
  await meetInConflict(first, { service, person, mine, theirs });
  await first.screens.goToDecision();
  const lastName = first.screens.button('Open Last name');
  if (await lastName.isVisible()) await lastName.click();
  await first.screens.button('Type another').click();
  const another = 'Another value: Last name';
  await first.screens.field(another).fill('Neither-Of-Th');
  await expect
    .poll(() => first.api.records.drafts({ id: person.id }))
    .toMatchObject({ ok: true, value: [{ field: 'last_name', value: 'Neither-Of-Th', seen: 'Mine' }] });
  await first.kill();

  const { screens, page, api, profileDir, kill } = await launch({ profileDir: first.profileDir });
  await screens.goToDecision();
  const decision = page.getByRole('region', { name: 'Decision' });
  // A field that is not open says that something is typed for it.
  const line = page.getByRole('article', { name: 'Last name' });
  const other = screens.button('Open E-mail');
  if (await other.isVisible()) await other.click();
  await expect(line).toContainText('typed, not used yet');
  await expect(page.getByRole('article', { name: 'E-mail' })).not.toContainText('typed, not used yet');
  await screens.button('Open Last name').click();
  await expect(line).not.toContainText('typed, not used yet');
  await expect(decision).toContainText(/Not saved yet · from .*“Neither-Of-Th”/u);
  await expect(page.getByText('2 fields left')).toBeVisible();
  // It is where the typing goes on; what is only looked at is no answer and stays.
  await screens.button('Type another').click();
  await expect(screens.field(another)).toHaveValue('Neither-Of-Th');
  await screens.field(another).press('Escape');
  await expect(decision).toContainText('“Neither-Of-Th”');
  await screens.button('Type another').click();
  await screens.field(another).fill('Neither-Of-Them');
  await expect
    .poll(() => api.records.drafts({ id: person.id }))
    .toMatchObject({ ok: true, value: [{ value: 'Neither-Of-Them' }] });
  await kill();

  const again = await launch({ profileDir });
  await again.screens.goToDecision();
  const closed = again.screens.button('Open Last name');
  if (await closed.isVisible()) await closed.click();
  await again.screens.button('Use this').click();
  const result = again.page.getByRole('region', { name: 'Resulting record' });
  await expect(result).toContainText('Neither-Of-Them');
  await expect(again.page.getByText('1 field left')).toBeVisible();
  await expect(again.page.getByText('Not saved yet · from')).toHaveCount(0);
  await expect(again.page.getByText('typed, not used yet')).toHaveCount(0);
  expect(await again.api.records.drafts({ id: person.id })).toEqual({ ok: true, value: [] });
});

test('what is typed as an answer is kept until it is given or given up, and then no longer', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const mine = { email: 'mine@example.org', last_name: 'Mine' };
  const theirs = { email: 'theirs@example.org', last_name: 'Theirs' };
  await meetInConflict(laptop, { service, person, mine, theirs });
  const drafts = async (): Promise<unknown[]> => {
    const kept = await api.records.drafts({ id: person.id });
    return kept.ok ? kept.value.map(({ value }) => value) : [];
  };
  await screens.goToDecision();
  const open = screens.button('Open Last name');
  if (await open.isVisible()) await open.click();
  await screens.button('Type another').click();
  const another = screens.field('Another value: Last name');
  await another.fill('Given-Up');
  await expect.poll(drafts).toEqual(['Given-Up']);
  await another.press('Escape');
  await expect.poll(drafts).toEqual([]);
  await screens.button('Type another').click();
  await another.fill('Given');
  await expect.poll(drafts).toEqual(['Given']);
  // Left for another field, it is the answer.
  await screens.button('Open E-mail').click();
  await expect(page.getByText('1 field left')).toBeVisible();
  expect(await drafts()).toEqual([]);
  await screens.button('Type another').click();
  await screens.field('Another value: E-mail').fill('neither@example.org');
  await expect.poll(drafts).toEqual(['neither@example.org']);
  await screens.button('Use server’s').click();
  await expect(page.getByText('All fields decided')).toBeVisible();
  expect(await drafts()).toEqual([]);
  await expect(page.getByText('Not saved yet · from')).toHaveCount(0);
});

test('what was typed before and is not saved when it is asked for stays, and is saved by trying again', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await connectOffline(laptop, service);
  const draft = { id: person.id, field: 'last_name', value: 'Kept', seen: person.attributes['last_name'] };
  await api.records.keepDraft({ ...draft, seen: String(draft.seen) });
  await screens.openRecord(String(person.attributes['email']));
  await expect(page.getByText('Not saved yet · from')).toBeVisible();
  await whileHeld(laptop, async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(failures(page)).toContainText(HELD, { timeout: 20_000 });
  });
  await expect(page.getByText('Not saved yet · from')).toBeVisible();
  await failures(page).getByRole('button', { name: 'Try again' }).click();
  await expect(screens.field('Last name')).toHaveValue('Kept');
  await expect(page.getByText('Not saved yet · from')).toHaveCount(0);
  await expect(screens.status).toContainText('1 waiting to send');
});
