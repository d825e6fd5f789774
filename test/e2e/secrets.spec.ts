import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { copyIn, filesHolding, filesUnder } from '../support/app/files.ts';
import { meetInConflict } from '../support/app/conflict.ts';
import type { App } from '../support/app/launch-app.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN, type TestService } from '../support/app/test-service.ts';

const PERSON = 'canary.person.91c4@example.org';

/** Everything that a person does on an ordinary day, a refusal and a decision included. */
async function spendADay(laptop: Laptop, service: TestService): Promise<void> {
  const { screens, page } = laptop;
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: PERSON },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goToDecision();
  await page.keyboard.press('1');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await screens.makeRecord({ 'First name': 'Canary', 'Last name': 'Kanarienvogel' });
  await screens.goTo('Settings');
  await screens.button('Test').click();
  await expect(page.getByText(/^Reached in/)).toBeVisible();
  await service.down();
  await screens.chooseSync('Sync now');
  await expect(screens.status).toContainText('No connection');
  await service.up();
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
}

/** Every process of the app: its main process leads their group. */
function processesOf({ pid }: App): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      // Behind the name in brackets: state, parent, group.
      const [, group] = /\) \S \d+ (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      return Number(group) === pid;
    } catch {
      // The process ended while it was looked at.
      return false;
    }
  });
}

/** Everything that the page can get from the bridge without an input. */
function everyAnswer({ page }: App): Promise<string> {
  return page.evaluate(async () => {
    type AnyCall = (input?: unknown) => Promise<unknown>;
    const { api } = window as unknown as { api: Record<string, Record<string, AnyCall>> };
    const reads = ['app.state', 'connection.get', 'settings.get', 'decisions.place'];
    const answers: unknown[] = [];
    for (const name of [...reads, 'sync.status', 'sync.rounds']) {
      const [domain = '', method = ''] = name.split('.');
      answers.push(await api[domain]?.[method]?.());
    }
    return JSON.stringify(answers);
  });
}

/** The heap of the page as text: every string that its scripts still hold. */
async function heapOf({ page }: App): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

test('after a day of work the sign-in token is nowhere but in the main process', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  await spendADay(laptop, service);
  expect(await everyAnswer(laptop)).not.toContain(TOKEN);
  const described = processesOf(laptop).flatMap((pid) =>
    ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'latin1')),
  );
  expect(described.length).toBeGreaterThanOrEqual(6);
  for (const text of described) expect(text).not.toContain(TOKEN);
  await laptop.electronApp.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents()) contents.reload();
  });
  await expect(laptop.screens.grid).toBeVisible();
  const heap = await heapOf(laptop);
  expect(heap).toContain(PERSON);
  expect(heap).not.toContain(TOKEN);
  await laptop.close();
  expect(filesUnder(laptop.profileDir).length).toBeGreaterThan(5);
  expect(filesHolding(laptop.profileDir, [TOKEN])).toEqual([]);
});

test('what is known of people is in the local copy and nowhere else, not even in the log', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  await spendADay(laptop, service);
  const { profileDir } = laptop;
  await laptop.close();
  const copy = copyIn(profileDir);
  const holding = filesHolding(profileDir, [PERSON, 'Kanarienvogel', 'theirs@example.org']);
  expect(holding).not.toEqual([]);
  // Beside the copy, or among its back-ups.
  for (const file of holding) expect(join(profileDir, file).startsWith(`${dirname(copy)}/`), file).toBe(true);
  const log = readFileSync(join(profileDir, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('Round ended.');
});

test('the profile can be read by its owner only', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, profileDir } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  expect(modeOf(profileDir)).toBe('700');
  const own = filesUnder(profileDir).filter((file) => /^(copies|logs)\/|^[^/]+\.json$/.test(file));
  expect(own.length).toBeGreaterThanOrEqual(3);
  for (const file of own) expect(`${file} ${modeOf(join(profileDir, file))}`).toBe(`${file} 600`);
});

test('an ordinary day makes the window ask for nothing but the app’s own files, and break no rule of its policy', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  const complaints: string[] = [];
  laptop.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  laptop.page.on('pageerror', (error) => complaints.push(error.message));
  await laptop.page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      broken.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  await laptop.electronApp.evaluate(({ session, webContents }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const { webRequest } = session.defaultSession;
    const note = ({ url }: { url: string }): void => {
      asked.push(url);
    };
    webRequest.onCompleted(note);
    webRequest.onErrorOccurred(note);
    for (const contents of webContents.getAllWebContents()) contents.reload();
  });
  await laptop.page.waitForFunction(() => 'broken' in window);
  await spendADay(laptop, service);
  const asked = await laptop.electronApp.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(asked.length).toBeGreaterThan(2);
  expect([...new Set(asked.map((url) => new URL(url).protocol))]).toEqual(['app:']);
  expect(await laptop.page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
  expect(complaints).toEqual([]);
});
