import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, type ElectronApplication } from '@playwright/test';
import type { RecordId } from '#shared/model/ids.ts';
import { lyingOf, readMark, writeMark } from '../../src/main/database/marker.ts';
import { copyIn } from '../support/app/files.ts';
import { emptyProfile, launchApp, valueOf } from '../support/app/launch-app.ts';
import { Screens } from '../support/app/screens.ts';
import { test, type Laptop, type Setting } from '../support/app/test.ts';
import { TestService, TOKEN } from '../support/app/test-service.ts';

let template: string;
let service: TestService;
let edited: RecordId;
let undecided: RecordId;

/** A laptop with a back-up, an unsent edit, a new record and an open decision; its service goes on. */
// Playwright reads the names of what a fixture needs from this pattern.
test.beforeAll(async ({}, { project }) => {
  service = await TestService.start(project.use as Partial<Setting>);
  const app = await launchApp();
  const screens = new Screens(app.page);
  await screens.connect({ address: service.address, token: TOKEN });
  await valueOf(app.api.storage.backUp());
  const [one, other] = await service.people(2);
  if (!one || !other) throw new Error('There are too few people.');
  edited = one.id;
  undecided = other.id;
  await screens.chooseSync('Work offline');
  await screens.edit(String(other.attributes['email']), { 'Last name': 'Mine-Undecided' });
  await service.edit(other.id, { last_name: 'Theirs' });
  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('1 needs your decision', { timeout: 20_000 });
  await screens.chooseSync('Work offline');
  await screens.edit(String(one.attributes['email']), { 'Last name': 'Unsent-Edit' });
  await screens.makeRecord({ 'First name': 'New', 'Last name': 'Unsent-Record' });
  await app.close();
  template = app.profileDir;
});

test.afterAll(async () => {
  await service.end();
  rmSync(template, { recursive: true, force: true });
});

function profileWithWork(): string {
  const profileDir = emptyProfile();
  cpSync(template, profileDir, { recursive: true });
  return profileDir;
}

function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 0, 4096);
  writeFileSync(file, bytes);
}

/** Makes a copy so large that its pages are not looked at before the window is there. */
function makeLarge(file: string): void {
  const database = new BetterSqlite3(file);
  const ballast = '"'.padEnd(6_000_000, 'x') + '"';
  database.prepare(`INSERT INTO sync_state (name, value) VALUES ('ballast', ?)`).run(ballast);
  database.close();
}

const main = ({ page }: Laptop): ReturnType<Laptop['page']['getByRole']> => page.getByRole('main');

/** Checks that what was unsent reached the service, and that the colleague's value was not overwritten. */
async function expectOnService({ screens, page }: Laptop): Promise<void> {
  // This computer has no keyring, so the token is gone with the app.
  await screens.replaceToken(TOKEN);
  await screens.chooseSync('Go online');
  await expect(screens.status).not.toContainText('waiting to send', { timeout: 30_000 });
  await expect.poll(async () => (await service.get(edited))['last_name']).toBe('Unsent-Edit');
  const names = (await service.list()).map(({ attributes }) => attributes['last_name']);
  expect(names.filter((name) => name === 'Unsent-Record')).toHaveLength(1);
  expect((await service.get(undecided))['last_name']).toBe('Theirs');
  await expect(screens.status).toContainText('1 needs your decision');
  await expect(page.getByRole('main')).not.toContainText('could not be opened');
}

async function picture({ page }: Laptop, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  for (const colours of ['dark', 'light'] as const) {
    await page.evaluate(
      (wanted) => (window as never as { api: Laptop['api'] }).api.settings.change({ colours: wanted }),
      colours,
    );
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted,
      colours,
    );
    await page.screenshot({ path: join(folder, `${name}-${colours}.png`), animations: 'disabled' });
  }
}

test('restores the back-up of a damaged copy and sends what was unsent in it', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  damage(file);
  const app = await launch({ profileDir });
  await expect(main(app)).toContainText('The local copy is damaged.');
  await expect(main(app)).toContainText(
    'Found in the file: 1 unsent change, 1 new record and 1 open decision.',
  );
  await picture(app, 'corrupt');
  const damaged = readFileSync(file);
  await app.page.getByRole('button', { name: /^Restore the back-up of / }).click();
  const report = app.page.getByRole('dialog', { name: 'Your records are back' });
  await expect(report).toContainText('Put back: 1 unsent change, 1 new record and 1 open decision.');
  await picture(app, 'report');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(app.screens.status).toContainText('2 waiting to send');
  const aside = join(profileDir, 'copies', 'set-aside');
  const [folder = ''] = readdirSync(aside);
  expect(readFileSync(join(aside, folder, file.slice(file.lastIndexOf('/') + 1)))).toEqual(damaged);
  await expectOnService(app);
});

test('finds damage that left no trace on the file soon after the start', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  makeLarge(file);
  const bytes = readFileSync(file);
  // The last page has nothing that the app asks for.
  bytes.fill(0xff, bytes.length - 4096);
  writeFileSync(file, bytes);
  writeMark(file, readMark(file), lyingOf(file));
  const app = await launch({ profileDir });
  await expect(app.screens.rows).toHaveCount(13);
  await expect(main(app)).toContainText('The local copy is damaged.', { timeout: 20_000 });
  await expect(main(app)).toContainText(
    'Found in the file: 1 unsent change, 1 new record and 1 open decision.',
  );
});

test('starts afresh when the copy is gone and there is no back-up', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  rmSync(file);
  rmSync(join(profileDir, 'copies', 'back-ups'), { recursive: true });
  const app = await launch({ profileDir });
  await expect(main(app)).toContainText('The local copy is not where it was.');
  await expect(main(app)).toContainText('No unsent changes were found beside it.');
  await expect(app.page.getByRole('button', { name: /^Restore the back-up/ })).toHaveCount(0);
  await picture(app, 'missing');
  await app.page.getByRole('button', { name: 'Start afresh from the server' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await app.screens.replaceToken(TOKEN);
  await app.screens.expectAllSaved();
  expect((await valueOf(app.api.sync.status())).counts.total).toBe(await service.count());
});

for (const loss of ['missing', 'empty'] as const) {
  test(`finds unsent work beside a copy that is ${loss} after a crash, and sends it`, async ({
    launch,
    serve,
  }) => {
    const own = await serve();
    const crashed = await launch();
    await crashed.screens.connect({ address: own.address, token: TOKEN });
    const [person] = await own.people(1);
    if (!person) throw new Error('There are too few people.');
    await crashed.screens.chooseSync('Work offline');
    await crashed.screens.edit(String(person.attributes['email']), { 'Last name': 'Only-In-The-Log' });
    await crashed.kill();
    const file = copyIn(crashed.profileDir);
    if (loss === 'missing') rmSync(file);
    else truncateSync(file, 0);
    const app = await launch({ profileDir: crashed.profileDir });
    await expect(main(app)).toContainText('Found beside it: 1 unsent change.');
    await app.page.getByRole('button', { name: 'Start afresh from the server' }).click();
    await app.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(app.screens.status).toContainText('1 waiting to send');
    await expect(app.screens.status).toContainText('Working offline');
    await app.screens.replaceToken(TOKEN);
    await app.screens.chooseSync('Go online');
    await app.screens.expectAllSaved();
    expect((await own.get(person.id))['last_name']).toBe('Only-In-The-Log');
  });
}

test('waits for a copy that another program holds, and opens it when it is let go', async ({ launch }) => {
  const profileDir = profileWithWork();
  const other = new BetterSqlite3(copyIn(profileDir));
  other.pragma('locking_mode = EXCLUSIVE');
  other.exec('BEGIN EXCLUSIVE');
  const app = await launch({ profileDir });
  await expect(main(app)).toContainText('Another program holds the local copy open.');
  other.exec('ROLLBACK');
  other.close();
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(app.screens.status).toContainText('2 waiting to send');
});

test('saves the unsent changes of a copy that cannot be opened as JSON', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  damage(file);
  const app = await launch({ profileDir });
  const target = join(profileDir, 'saved.json');
  await chooseFile(app.electronApp, target);
  await app.page.getByRole('button', { name: 'Save the unsent changes…' }).click();
  await expect(main(app)).toContainText('Saved.');
  const { records } = JSON.parse(readFileSync(target, 'utf8')) as {
    records: { fields: { yours: string }[] }[];
  };
  const saved = records.flatMap(({ fields }) => fields.map(({ yours }) => yours));
  expect(saved).toEqual(expect.arrayContaining(['Unsent-Edit', 'Unsent-Record', 'Mine-Undecided']));
  expect(statSync(target).mode & 0o777).toBe(0o600);
});

test('tries again when the file is back, and says so when an older one is there', async ({ launch }) => {
  const profileDir = profileWithWork();
  const file = copyIn(profileDir);
  const bytes = readFileSync(file);
  truncateSync(file, 0);
  const app = await launch({ profileDir });
  await expect(main(app)).toContainText('it is empty');
  const backUps = join(profileDir, 'copies', 'back-ups');
  copyFileSync(join(backUps, readdirSync(backUps)[0] ?? ''), file);
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(main(app)).toContainText('older than it was');
  await expect(app.page.getByRole('button', { name: 'Go on with this copy' })).toBeVisible();
  await picture(app, 'older');
  writeFileSync(file, bytes);
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(app.screens.status).toContainText('2 waiting to send');
});

test('offers nothing that replaces a copy of a newer version', async ({ launch }) => {
  const profileDir = profileWithWork();
  const database = new BetterSqlite3(copyIn(profileDir));
  database.pragma('user_version = 999');
  database.close();
  const app = await launch({ profileDir });
  await expect(main(app)).toContainText('1 unsent change, 1 new record and 1 open decision');
  await expect(app.page.getByRole('button', { name: 'Save the unsent changes…' })).toBeVisible();
  await expect(app.page.getByRole('button', { name: /Restore|afresh/ })).toHaveCount(0);
  await picture(app, 'newer');
  expect(await app.api.storage.recover({ kind: 'afresh' })).toMatchObject({ ok: false });
});

test('backs up and restores from the settings, and keeps what was unsent', async ({ launch }) => {
  const profileDir = profileWithWork();
  const app = await launch({ profileDir });
  const { page, screens } = app;
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up')).toBeVisible();
  await page.getByRole('region', { name: 'Data' }).scrollIntoViewIfNeeded();
  await picture(app, 'settings');
  const { backUps } = await valueOf(app.api.storage.info());
  expect(backUps.map(({ unsent }) => unsent)).toEqual([3, 0]);
  await page.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore a back-up' });
  await dialog.getByRole('radio').last().check();
  await picture(app, 'restore');
  await dialog.getByRole('button', { name: 'Restore this back-up' }).click();
  const report = page.getByRole('dialog', { name: 'Your records are back' });
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(screens.status).toContainText('2 waiting to send');
  expect((await valueOf(app.api.storage.info())).backUps.map(({ why }) => why)).toEqual([
    'before-restore',
    'person',
    'person',
  ]);
  await expectOnService(app);
});

test('finds the copies again when the settings were lost', async ({ launch }) => {
  const profileDir = profileWithWork();
  writeFileSync(join(profileDir, 'settings.json'), '{"settings": {"intervalMinutes": ');
  const app = await launch({ profileDir });
  const found = app.page.getByRole('region', { name: 'Your records are on this laptop' });
  await expect(found).toContainText('3 changes are not sent yet');
  await picture(app, 'first-run');
  await found.getByRole('button', { name: /^Open / }).click();
  await expect(app.screens.status).toContainText('2 waiting to send');
  expect(existsSync(join(profileDir, 'settings.json.bad'))).toBe(true);
});

async function chooseFile(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}
