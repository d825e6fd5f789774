import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { argumentsFor, environment } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('a link opens the record and does nothing else; a hostile one does nothing at all', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, electronApp, profileDir } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const executable = await electronApp.evaluate(() => process.execPath);
  const startWith = async (link: string): Promise<void> => {
    const second = spawn(executable, argumentsFor(profileDir, [link]), {
      env: environment(),
      stdio: 'ignore',
    });
    expect(await once(second, 'exit')).toEqual([0, null]);
  };
  for (const end of ['?act=discard-mine', '/../../x', '%00', '/delete']) {
    await startWith(`keyaccounts://record/${person.id}${end}`);
  }
  // The first start hears the second one before it ends, so what a hostile link did would be seen by now.
  await expect(screens.field('Last name')).toHaveCount(0);
  await startWith(`keyaccounts://record/${person.id}`);
  await expect(screens.field('Last name')).toHaveValue(String(person.attributes['last_name']));
  expect(await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(service.writes('PUT')).toBe(0);
});
