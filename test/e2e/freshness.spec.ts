import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('a record says when it was confirmed with the server, and claims no more than is known', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const email = String(person.attributes['email']);
  const { screens, page, api } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(email);
  await expect(page.getByText(/^Confirmed with the server \d\d:\d\d$/u)).toBeVisible();
  const confirmed = async (): Promise<string> => {
    const record = await api.records.get({ id: person.id });
    return record.ok ? String(record.value.confirmedAt) : '';
  };
  const before = await confirmed();

  // Each complete look at the service confirms it anew, though nothing of it changed.
  await screens.chooseSync('Sync now');
  await expect.poll(confirmed).not.toBe(before);

  await screens.chooseSync('Work offline');
  await expect(page.getByText(/^As of \d\d:\d\d, not checked with the server since$/u)).toBeVisible();
  await screens.editField('Last name', 'Edited-Offline');
  await expect(page.getByText(/^Server’s version as of \d\d:\d\d, not checked since$/u)).toBeVisible();
  await screens.chooseSync('Go online');
  await screens.expectAllSaved();
  await expect(page.getByText(/^Confirmed with the server \d\d:\d\d$/u)).toBeVisible();

  await service.down();
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('No connection');
  await expect(page.getByText(/^As of \d\d:\d\d, not checked with the server since$/u)).toBeVisible();

  // What the server does not have cannot be confirmed with it.
  await screens.makeRecord({ 'First name': 'Nowhere', 'Last name': 'Else' });
  await expect(page.getByRole('heading', { name: 'Nowhere Else' })).toBeVisible();
  await expect(page.getByText(/with the server/u)).toHaveCount(0);
  await service.up();
});

test('what was of today is of yesterday from midnight on, while the window stays open', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await expect(screens.status).toContainText(/Last complete sync \d\d:\d\d/u);
  const soon = { timeout: 20_000 };
  const days = async (count: number): Promise<void> => {
    await page.clock.setFixedTime(Date.now() + count * 86_400_000);
  };
  await days(1);
  await expect(screens.status).toContainText(/Last complete sync yesterday \d\d:\d\d/u, soon);
  await expect(page.getByText(/^Confirmed with the server yesterday \d\d:\d\d$/u)).toBeVisible(soon);
  await days(3);
  await expect(screens.status).toContainText(/Last complete sync \d+ \p{L}+, \d\d:\d\d/u, soon);
  await expect(page.getByText(/^Confirmed with the server on \d+ \p{L}+ at \d\d:\d\d$/u)).toBeVisible(soon);
});
