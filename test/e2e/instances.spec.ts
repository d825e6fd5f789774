import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { expect } from '@playwright/test';
import { copyIn } from '../support/app/files.ts';
import { argumentsFor, environment } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

/** The processes that have a file open. */
function holdersOf(file: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && openFiles(pid).includes(file));
}

function openFiles(pid: number): string[] {
  const folder = `/proc/${String(pid)}/fd`;
  try {
    return readdirSync(folder).map((fd) => readlinkSync(`${folder}/${fd}`));
  } catch {
    // The process ended while it was looked at.
    return [];
  }
}

test('a second start shows the first window and ends with 0; one process holds the file', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const { screens, electronApp, profileDir, pid } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await electronApp.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.hide();
  });
  const executable = await electronApp.evaluate(() => process.execPath);
  const second = spawn(executable, argumentsFor(profileDir), { env: environment(), stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect
    .poll(() =>
      electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => ({ isVisible: window.isVisible() })),
      ),
    )
    .toEqual([{ isVisible: true }]);
  expect(holdersOf(copyIn(profileDir))).toEqual([pid]);
  await expect(screens.rows).toHaveCount(12);
});

test('two profiles run beside each other and share nothing', async ({ launch, serve }) => {
  const service = await serve();
  const alice = await launch();
  const bob = await launch();
  await alice.screens.connect({ address: service.address, token: TOKEN });
  await expect(bob.screens.button('Explore')).toBeVisible();
  await bob.screens.connect({ address: service.address, token: TOKEN });
  expect(holdersOf(copyIn(alice.profileDir))).toEqual([alice.pid]);
  expect(holdersOf(copyIn(bob.profileDir))).toEqual([bob.pid]);
});

test('twenty rapid clicks on Save make one record', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.button('New Key Account').click();
  await screens.field('First name').fill('Ottilie');
  await screens.field('Last name').fill('Twentyfold');
  const save = screens.button('Save on this laptop');
  await save.evaluate((button) => {
    for (let click = 0; click < 20; click += 1) (button as HTMLButtonElement).click();
  });
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('13');
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(await service.count()).toBe(13);
  expect(service.writes('POST')).toBe(1);
  await screens.search.fill('Twentyfold');
  await expect(screens.rows).toHaveCount(1);
});
