import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ManagedSettings } from '#shared/model/managed.ts';
import { Inspector } from '../support/app/inspector.ts';
import { emptyProfile, managedFileOf, valueOf } from '../support/app/launch-app.ts';
import { chooseFromMenu } from '../support/app/menu.ts';
import { test } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord, type TestService } from '../support/app/test-service.ts';

// The screens are looked at in six ways.
test.describe.configure({ timeout: 240_000 });

const SET = 'Set by your administrator; only they can change it';
const NOT_USED = 'What your administrator has set is not used.';

/** Lays a managed file down where the app of a profile looks for it. */
function manage(profileDir: string, settings: ManagedSettings | string): string {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  writeFileSync(managedFileOf(profileDir), text, { mode: 0o644 });
  return profileDir;
}

async function firstOf(service: TestService): Promise<ServiceRecord> {
  const [person] = await service.people(1);
  if (!person) throw new Error('The service has nobody.');
  return person;
}

test('a managed service asks for the token only, and what is managed is shown and cannot be changed', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const settings = { serviceAddress: `${service.address}/`, intervalMinutes: 20, sampleData: false };
  const app = await launch({ profileDir: manage(emptyProfile(), settings) });
  const { screens, page, api } = app;
  const inspector = await Inspector.for(app);
  const address = page.getByRole('group', { name: 'Service address' });
  await expect(address).toContainText(service.address);
  await expect(address).toContainText(SET);
  await expect(screens.field('Service address')).toHaveCount(0);
  await expect(screens.field('Sign-in token')).toBeFocused();
  await expect(page.getByText('Your administrator has switched off the sample data.')).toBeVisible();
  await expect(screens.button('Explore')).toHaveCount(0);
  expect(await api.sample.explore()).toEqual({ ok: false, failure: { code: 'managed' } });
  await inspector.look('first run, managed');
  await inspector.reflow('first run, managed');
  await screens.field('Sign-in token').fill('tok_WRONG_1');
  await screens.button('Connect').click();
  await expect(screens.alert).toContainText('The service did not accept the sign-in token.');
  await screens.field('Sign-in token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await expect(screens.rows).toHaveCount(12);

  await screens.goTo('Settings');
  const connection = page.getByRole('region', { name: 'Connection' });
  await expect(connection.getByText(SET)).toHaveCount(2);
  await expect(connection.getByText(service.address, { exact: true })).toBeVisible();
  await expect(connection.getByText('Every 20 minutes')).toBeVisible();
  await expect(connection.getByRole('textbox')).toHaveCount(0);
  await expect(connection.getByRole('combobox')).toHaveCount(0);
  const input = { address: 'http://127.0.0.1:1', token: TOKEN };
  for (const answer of [
    api.connection.connect(input),
    api.connection.test(input),
    api.settings.change({ intervalMinutes: 1 }),
  ]) {
    expect(await answer).toEqual({ ok: false, failure: { code: 'managed' } });
  }
  await inspector.look('settings, managed');
  await inspector.reflow('settings, managed');
  // The token stays the person's own matter.
  await connection.getByRole('button', { name: 'Replace…' }).click();
  await screens.field('New sign-in token').fill(TOKEN);
  await screens.button('Save').click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('Sign-in token replaced');
  expect(inspector.found).toEqual([]);

  await chooseFromMenu(app, 'save-diagnostics');
  const preview = screens.dialog.getByRole('region', { name: 'What is saved' });
  await expect(preview).toContainText('"madeAt"');
  const { managed } = JSON.parse((await preview.textContent()) ?? '') as { managed: unknown };
  const host = new URL(service.address).host;
  expect(managed).toMatchObject({
    settings: { serviceAddress: host, intervalMinutes: 20, sampleData: false },
  });
});

test('a managed file that is broken is told with what is the matter, and everything stays where it was', async ({
  launch,
  serve,
}) => {
  const [service, other] = [await serve(), await serve()];
  const first = await launch({ profileDir: manage(emptyProfile(), { serviceAddress: service.address }) });
  const { profileDir } = first;
  await first.screens.field('Sign-in token').fill(TOKEN);
  await first.page.keyboard.press('Enter');
  await first.screens.expectAllSaved();
  await first.close();
  // Another service, and a mistake: none of it may be followed.
  manage(profileDir, `{ "serviceAddress": "${other.address}", "intervalMinuts": 20 }`);
  const app = await launch({ profileDir });
  const { screens, page } = app;
  await screens.replaceToken(TOKEN);
  const note = page.getByRole('region', { name: 'Connection' }).getByRole('note');
  await expect(note).toContainText(`${NOT_USED} There is no setting with the name “intervalMinuts”.`);
  await expect(screens.field('Service address')).toHaveValue(service.address);
  await note.getByRole('button', { name: 'Details' }).click();
  await expect(note).toContainText(`${managedFileOf(profileDir)} · unknown-key · intervalMinuts`);
  const inspector = await Inspector.for(app);
  await inspector.look('settings, managed file broken');
  await inspector.reflow('settings, managed file broken');
  expect(inspector.found).toEqual([]);
  const person = await firstOf(service);
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Stays-Here' });
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect((await service.get(person.id))['last_name']).toBe('Stays-Here');
  expect(other.writes('PUT')).toBe(0);
  const log = readFileSync(join(profileDir, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('the managed settings are not used');
  expect(log).toContain('"reason":"unknown-key","key":"intervalMinuts"');
});

test('a managed file that is broken is told at the first run, and its token is not quoted', async ({
  launch,
}) => {
  const app = await launch({ profileDir: manage(emptyProfile(), '{ "token": tok_CANARY_5d }') });
  const { screens, page, profileDir } = app;
  const note = page.getByRole('note');
  await expect(note).toContainText(`${NOT_USED} The file is not written as it has to be.`);
  await expect(screens.field('Service address')).toBeFocused();
  await note.getByRole('button', { name: 'Details' }).click();
  const inspector = await Inspector.for(app);
  await inspector.look('first run, managed file broken');
  await inspector.reflow('first run, managed file broken');
  expect(inspector.found).toEqual([]);
  expect(await page.content()).not.toContain('tok_CANARY_5d');
  expect(readFileSync(join(profileDir, 'logs', 'main.log'), 'utf8')).not.toContain('tok_CANARY_5d');
});

test('where another service is set, unsent work is offered and sent to the service that it was made on', async ({
  launch,
  serve,
}) => {
  const [before, now] = [await serve(), await serve()];
  const first = await launch();
  const { profileDir } = first;
  await first.screens.connect({ address: before.address, token: TOKEN });
  await first.screens.chooseSync('Work offline');
  const person = await firstOf(before);
  await first.screens.edit(String(person.attributes['email']), { 'Last name': 'Of-Before' });
  await first.close();

  manage(profileDir, { serviceAddress: now.address });
  const second = await launch({ profileDir });
  const host = new URL(before.address).host;
  const found = second.page.getByRole('region', { name: 'Your records are on this laptop' });
  await expect(found).toContainText('1 change is not sent yet');
  await expect(second.page.getByRole('group', { name: 'Service address' })).toContainText(now.address);
  await found.getByRole('button', { name: `Open ${host}` }).click();
  await second.screens.goTo('Settings');
  const connection = second.page.getByRole('region', { name: 'Connection' });
  await expect(connection).toContainText(`Your administrator has set ${now.address}.`);
  await expect(connection.getByText(before.address, { exact: true })).toBeVisible();
  await second.screens.replaceToken(TOKEN);
  await second.screens.chooseSync('Go online');
  await second.screens.expectAllSaved();
  expect((await before.get(person.id))['last_name']).toBe('Of-Before');
  expect(now.writes('PUT')).toBe(0);
  await second.close();

  const third = await launch({ profileDir });
  await expect(third.page.getByRole('group', { name: 'Service address' })).toContainText(now.address);
  await expect(third.screens.button(`Open ${host}`)).toHaveCount(0);
  await third.screens.field('Sign-in token').fill(TOKEN);
  await third.page.keyboard.press('Enter');
  await expect(third.screens.rows).toHaveCount(12);
  expect(await valueOf(third.api.connection.get())).toMatchObject({ address: now.address });
  await third.close();

  // Nothing is managed any more: the address is the person's again.
  rmSync(managedFileOf(profileDir));
  const fourth = await launch({ profileDir });
  await fourth.screens.goTo('Settings');
  await expect(fourth.screens.field('Service address')).toHaveValue(now.address);
});
