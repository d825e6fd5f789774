import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { Inspector } from '../support/app/inspector.ts';
import { Keyboard } from '../support/app/keyboard.ts';
import { argumentsFor, environment } from '../support/app/launch-app.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const SAYS = 'Key Accounts did not close properly last time.';

const notice = ({ page }: Laptop): Locator => page.getByRole('region', { name: SAYS });

/** How often a start found that the run before it was broken off. */
const timesFound = ({ profileDir }: Laptop): number =>
  readFileSync(join(profileDir, 'logs', 'main.log'), 'utf8').split('the last run was broken off').length - 1;

/** Starts the app once more beside the one that runs. */
async function startAgain({ electronApp, profileDir }: Laptop): Promise<void> {
  const executable = await electronApp.evaluate(() => process.execPath);
  const second = spawn(executable, argumentsFor(profileDir), { env: environment(), stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
}

test('an app that was killed says so at its next start, with what waits; one that was quit says nothing', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const first = await launch();
  const { profileDir } = first;
  await first.screens.connect({ address: service.address, token: TOKEN });
  await first.screens.chooseSync('Work offline');
  await first.screens.edit(String(person.attributes['email']), { 'Last name': 'Kept-All-The-Same' });
  await expect(notice(first)).toHaveCount(0);
  await first.kill();

  const second = await launch({ profileDir });
  await expect(notice(second)).toContainText(
    'Everything you saved is on this laptop; 1 change waits to be sent.',
  );
  const details = notice(second).getByRole('button', { name: 'Details…' });
  await details.click();
  await expect(second.screens.dialog.getByRole('region', { name: 'What is saved' })).toContainText(
    'the last run was broken off',
  );
  await second.screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(second.screens.dialog).toHaveCount(0);
  await expect(details).toBeFocused();
  const inspector = await Inspector.for(second);
  await inspector.look('the last run was broken off', notice(second));
  await inspector.reflow('the last run was broken off');
  expect(inspector.found).toEqual([]);
  // One that ends at once, because the app runs already, neither tells nor forgets.
  await startAgain(second);
  expect(timesFound(second)).toBe(1);
  await second.screens.search.focus();
  await new Keyboard(second.page).tabTo(notice(second).getByRole('button', { name: 'Close' }));
  await second.page.keyboard.press('Escape');
  await expect(notice(second)).toHaveCount(0);
  await expect(second.page.locator('body')).not.toBeFocused();
  await second.kill();

  const third = await launch({ profileDir });
  await expect(notice(third)).toBeVisible();
  expect(timesFound(third)).toBe(2);
  await third.close();

  const fourth = await launch({ profileDir });
  await expect(fourth.screens.status).toContainText('1 waiting to send');
  await expect(notice(fourth)).toHaveCount(0);
  expect(timesFound(fourth)).toBe(2);
});

test('nothing is said of a first run that was killed, or of one that the system ended', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const first = await launch();
  const { profileDir } = first;
  await expect(first.screens.button('Explore')).toBeVisible();
  await first.kill();

  const second = await launch({ profileDir });
  await second.screens.connect({ address: service.address, token: TOKEN });
  await expect(notice(second)).toHaveCount(0);
  expect(timesFound(second)).toBe(1);
  // As Windows does when it shuts down.
  await second.electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.emit('session-end'),
  );
  await second.kill();

  const third = await launch({ profileDir });
  await expect(third.screens.rows).toHaveCount(12);
  await expect(notice(third)).toHaveCount(0);
  expect(timesFound(third)).toBe(1);
});
