import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import type { UpdateState } from '#shared/model/update.ts';
import { FakeFeed, type Offer } from '../support/app/fake-feed.ts';
import { Inspector } from '../support/app/inspector.ts';
import { emptyProfile, managedFileOf, valueOf, type LaunchOptions } from '../support/app/launch-app.ts';
import { chooseFromMenu } from '../support/app/menu.ts';
import { test as base, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';
import { until } from '../support/app/wait.ts';

const OLD = 'the app that is installed';

/** An app that was installed as one file, and the feed of its makers. */
type Installed = {
  readonly feed: FakeFeed;
  readonly options: LaunchOptions;
  /** The one file of the app as it is now. */
  readonly program: () => string;
  /** How the new version was started; `undefined` while it was not. */
  readonly started: () => string | undefined;
  readonly offer: (offer: Offer) => void;
  /** What was fetched and is still there. */
  readonly fetched: () => string[];
};

const test = base.extend<{ readonly installed: Installed }>({
  installed: async ({ afterwards }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'key-accounts-installed-'));
    const feed = await FakeFeed.open();
    afterwards(async () => {
      await feed.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const file = join(folder, 'Key Accounts.AppImage');
    const trace = join(folder, 'started');
    writeFileSync(file, OLD);
    await use({
      feed,
      options: {
        args: [`--update-feed=${feed.address}`, `--update-key=${feed.publicKey}`],
        env: { APPIMAGE: file, XDG_CACHE_HOME: folder },
      },
      program: () => readFileSync(file, 'utf8'),
      started: () => (existsSync(trace) ? readFileSync(trace, 'utf8').trim() : undefined),
      offer: (offer) => {
        feed.offer(offer, trace);
      },
      fetched: () =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /[\\/].*\.AppImage$/.test(name),
        ),
    });
  },
});

const updates = ({ page }: Laptop): Locator => page.getByRole('group', { name: 'Updates' });

const act = (laptop: Laptop, name: string): Promise<void> =>
  updates(laptop).getByRole('button', { name, exact: true }).click();

/** Whether the menu offers to look. */
const isOffered = ({ electronApp }: Laptop): Promise<boolean | undefined> =>
  electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('check-updates')?.enabled);

test('a build that was not told where to look says so, and its command is greyed', async ({ launch }) => {
  const laptop = await launch();
  await laptop.screens.button('Explore').click();
  await laptop.screens.goTo('Settings');
  await expect(updates(laptop)).toContainText('This build looks for none');
  await expect(updates(laptop).getByRole('button')).toHaveCount(0);
  expect(await isOffered(laptop)).toBe(false);
  expect(await valueOf(laptop.api.updates.check())).toEqual({ kind: 'none' });
});

test('an administrator who brings new versions themselves says so, and nobody is asked', async ({
  launch,
  installed,
}) => {
  const { feed, options } = installed;
  const profileDir = emptyProfile();
  writeFileSync(managedFileOf(profileDir), '{ "updates": false }', { mode: 0o644 });
  const laptop = await launch({ ...options, profileDir });
  await laptop.screens.button('Explore').click();
  await laptop.screens.goTo('Settings');
  await expect(updates(laptop)).toContainText('Your administrator brings new versions');
  await expect(updates(laptop).getByRole('button')).toHaveCount(0);
  expect(await isOffered(laptop)).toBe(false);
  expect(await valueOf(laptop.api.updates.check())).toEqual({ kind: 'managed' });
  expect(feed.asked).toEqual([]);
});

test('a new version is told quietly, fetched when asked, and takes over when the person quits', async ({
  launch,
  serve,
  installed,
}) => {
  test.setTimeout(180_000);
  const { feed, options, offer, program, started } = installed;
  const service = await serve();
  const [person] = await service.people(1);
  const laptop = await launch({ ...options, colorScheme: null });
  const { screens, profileDir } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const inspector = await Inspector.for(laptop);
  await chooseFromMenu(laptop, 'check-updates');
  await expect(updates(laptop)).toBeFocused();
  await expect(updates(laptop)).toBeInViewport();
  await expect(updates(laptop)).toContainText('This is the newest version');
  expect(feed.asked).toEqual(['/latest-linux.yml']);

  offer({ version: '9.1.0' });
  await act(laptop, 'Look now');
  await expect(updates(laptop)).toContainText('Version 9.1.0 is there');
  await inspector.look('a new version');
  await screens.goTo('Key Accounts');
  await screens.status.getByRole('button', { name: 'Version 9.1.0 is there' }).click();
  await expect(updates(laptop)).toBeInViewport();
  const release = feed.hold();
  await act(laptop, 'Download');
  await expect(updates(laptop).getByRole('progressbar')).toHaveAttribute('value', /^([1-9]|[1-9]\d)$/);
  await inspector.look('a new version on its way');
  expect(program()).toBe(OLD);
  release();
  await expect(updates(laptop)).toContainText('Version 9.1.0 is ready');
  await expect(updates(laptop)).toContainText('Decisions keep their place.');
  await inspector.look('a new version that is ready');
  await inspector.reflow('a new version that is ready');
  await act(laptop, 'Restart later');
  await expect(screens.status.getByRole('button', { name: 'Version 9.1.0' })).toHaveCount(0);
  await expect(updates(laptop).getByRole('button')).toHaveText(['Restart now']);

  await screens.chooseSync('Work offline');
  await screens.edit(String(person?.attributes['email']), { 'Last name': 'Before-The-Restart' });
  expect(program()).toBe(OLD);
  await laptop.close();
  expect(program()).toContain('9.1.0');
  expect(started()).toBe('9.1.0 true');

  const again = await launch({ ...options, profileDir });
  await again.screens.search.fill('Before-The-Restart');
  await expect(again.screens.rows).toHaveCount(1);
  await expect(again.screens.status).toContainText('1 waiting to send');
});

test('“Restart now” ends the app in its order and starts the new version', async ({ launch, installed }) => {
  const { options, offer, started, program } = installed;
  offer({ version: '9.2.0' });
  const laptop = await launch(options);
  await laptop.screens.button('Explore').click();
  await laptop.screens.expectAllSaved();
  await chooseFromMenu(laptop, 'check-updates');
  await act(laptop, 'Download');
  await act(laptop, 'Restart now');
  await until('the new version runs', () => started() === '9.2.0 runs');
  expect(program()).toContain('9.2.0');
  const log = readFileSync(join(laptop.profileDir, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('the app ends {"outcome":"closed"}');
});

const refused: readonly (readonly [string, Offer, UpdateState])[] = [
  ['nobody signed', { version: '9.3.0', signedAs: false }, { kind: 'failed', reason: 'rejected' }],
  [
    'was signed as another version',
    { version: '9.3.0', signedAs: '9.2.9' },
    { kind: 'failed', reason: 'rejected' },
  ],
  [
    'is other than what was signed',
    { version: '9.3.0', flips: 'signed' },
    { kind: 'failed', reason: 'rejected' },
  ],
  [
    'is other than what was announced',
    { version: '9.3.0', flips: 'announced' },
    { kind: 'failed', reason: 'rejected' },
  ],
];

test('what cannot be trusted is deleted and never takes over', async ({ launch, installed }) => {
  const { options, offer, program, started, fetched } = installed;
  const laptop = await launch(options);
  const { api, screens } = laptop;
  await screens.button('Explore').click();
  await screens.goTo('Settings');
  for (const [what, one, outcome] of refused) {
    offer(one);
    expect([what, await valueOf(api.updates.check())]).toMatchObject([what, { kind: 'available' }]);
    expect([what, await valueOf(api.updates.download())]).toEqual([what, outcome]);
    expect([what, fetched()]).toEqual([what, []]);
    await expect(updates(laptop)).toContainText('The new version was not used');
  }
  offer({ version: '0.0.9' });
  expect(await valueOf(api.updates.check())).toMatchObject({ kind: 'idle' });
  await laptop.close();
  expect(program()).toBe(OLD);
  expect(started()).toBeUndefined();
});

test('a file that is changed on the disk after it was fetched never takes over', async ({
  launch,
  installed,
}) => {
  const { options, offer, program, started, fetched } = installed;
  offer({ version: '9.4.0' });
  const laptop = await launch(options);
  const { api, screens } = laptop;
  await screens.button('Explore').click();
  await screens.expectAllSaved();
  await api.updates.check();
  expect(await valueOf(api.updates.download())).toMatchObject({ kind: 'ready' });
  const [file = ''] = fetched();
  writeFileSync(join(options.env?.['XDG_CACHE_HOME'] ?? '', file), '#!/bin/sh\n');
  await laptop.close();
  expect(program()).toBe(OLD);
  expect(started()).toBeUndefined();
});

test('a feed that does not answer is told once and changes nothing', async ({ launch, installed }) => {
  const { options, feed } = installed;
  const laptop = await launch(options);
  await laptop.screens.button('Explore').click();
  await laptop.screens.expectAllSaved();
  await feed.close();
  await chooseFromMenu(laptop, 'check-updates');
  await expect(updates(laptop)).toContainText('Could not look for a new version');
});
