import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect } from '@playwright/test';
import { copyIn, filesUnder, hashOf } from '../support/app/files.ts';
import { emptyProfile, launchApp, valueOf } from '../support/app/launch-app.ts';
import { Screens } from '../support/app/screens.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TestService, TOKEN } from '../support/app/test-service.ts';

let template: string;

test.beforeAll(async () => {
  const service = await TestService.start();
  const app = await launchApp();
  const screens = new Screens(app.page);
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.rows.first().click();
  await screens.editField('Last name', 'Unsent-Edit');
  await app.close();
  await service.end();
  template = app.profileDir;
});

test.afterAll(() => {
  rmSync(template, { recursive: true, force: true });
});

/** A profile with a copy that holds an unsent edit, after its app has ended. */
function profileWithWork(): string {
  const profileDir = emptyProfile();
  cpSync(template, profileDir, { recursive: true });
  return profileDir;
}

/** Checks that the window says what is wrong, and shows neither a list nor a first run. */
async function expectProblem({ screens, page, api }: Laptop, kind: string, words: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your records could not be opened' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(words);
  await expect(page.getByRole('main')).toContainText('Nothing was deleted.');
  await expect(screens.grid).toHaveCount(0);
  await expect(screens.field('Service address')).toHaveCount(0);
  const state = await valueOf(api.app.state());
  expect(state).toMatchObject({ screen: 'storage-problem', problem: { kind } });
}

test('leaves a copy of a newer version of the app as it is, and says so', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  const database = new BetterSqlite3(file);
  database.pragma('user_version = 999');
  database.close();
  const before = hashOf(file);
  const app = await launch({ profileDir });
  await expectProblem(app, 'newer', 'written by a newer version of this app');
  await app.close();
  expect(hashOf(file)).toBe(before);
});

test('leaves a damaged copy as it is, and says so', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  const bytes = readFileSync(file);
  randomBytes(bytes.length - 4096).copy(bytes, 4096);
  writeFileSync(file, bytes);
  const before = hashOf(file);
  const app = await launch({ profileDir });
  await expectProblem(app, 'corrupt', 'The local copy is damaged.');
  await app.close();
  expect(hashOf(file)).toBe(before);
});

test('leaves a file that is no database as it is, and says so', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  writeFileSync(file, 'This is somebody’s shopping list.\n'.repeat(500));
  const before = hashOf(file);
  const app = await launch({ profileDir });
  await expectProblem(app, 'corrupt', 'The local copy is damaged.');
  await app.close();
  expect(hashOf(file)).toBe(before);
});

test('never takes an emptied copy for a first run', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  truncateSync(file, 0);
  const app = await launch({ profileDir });
  await expectProblem(app, 'empty', 'it is empty');
  await app.close();
  expect(readFileSync(file)).toHaveLength(0);
});

test('never takes a copy that is gone for a first run, and makes no new one', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  rmSync(file);
  const app = await launch({ profileDir });
  await expectProblem(app, 'missing', 'not where it was');
  await app.close();
  expect(existsSync(file)).toBe(false);
});

test('opens the work again when the file is put back', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  const bytes = readFileSync(file);
  truncateSync(file, 0);
  const broken = await launch({ profileDir });
  await expectProblem(broken, 'empty', 'it is empty');
  await broken.close();
  writeFileSync(file, bytes);
  const { screens } = await launch({ profileDir });
  await expect(screens.status).toContainText('1 waiting to send');
  await screens.openRecord('Unsent-Edit');
});

test('keeps a broken settings file as .bad and starts with the defaults', async ({ launch }) => {
  const first = await launch();
  await valueOf(first.api.settings.change({ intervalMinutes: 7 }));
  await first.close();
  const file = join(first.profileDir, 'settings.json');
  writeFileSync(file, '{"settings": {"intervalMinutes": ');
  const { api, profileDir } = await launch({ profileDir: first.profileDir });
  expect((await valueOf(api.settings.get())).intervalMinutes).toBe(5);
  expect(filesUnder(profileDir)).toContain('settings.json.bad');
  expect(readFileSync(`${file}.bad`, 'utf8')).toBe('{"settings": {"intervalMinutes": ');
});
