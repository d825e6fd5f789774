import { expect } from '@playwright/test';
import type { Draft } from '#shared/model/draft.ts';
import type { Result } from '#shared/result.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

// Row U1 of the reference: the process of the window ends, the app goes on. A page that crashed is lost to Playwright:
// the window is asked through the main process from there on.

const crash = ({ electronApp }: Laptop): Promise<void> =>
  electronApp.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    Object.assign(globalThis, { wasGone: false });
    contents?.once('render-process-gone', () => Object.assign(globalThis, { wasGone: true }));
    contents?.forcefullyCrashRenderer();
  });

/** What a script says in the window; `undefined` while there is none that could. */
const inWindow = ({ electronApp }: Laptop, script: string): Promise<unknown> =>
  electronApp.evaluate(async ({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents?.isLoading() !== false || contents.isCrashed()) return undefined;
    return (await contents.executeJavaScript(code)) as unknown;
  }, script);

const crashes = ({ electronApp }: Laptop): Promise<boolean> =>
  electronApp.evaluate(() => (globalThis as unknown as { wasGone: boolean }).wasGone);

async function expectList(laptop: Laptop): Promise<void> {
  await expect.poll(() => crashes(laptop)).toBe(true);
  await expect
    .poll(() => inWindow(laptop, `document.querySelectorAll('[data-index]').length > 0`))
    .toBe(true);
}

test('a window whose process ends comes back with the draft, and asks when it keeps failing', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, electronApp, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await screens.field('Last name').fill('Half-a-wo');
  await expect
    .poll(() => api.records.drafts({ id: person.id }))
    .toMatchObject({ ok: true, value: [{ value: 'Half-a-wo' }] });
  await electronApp.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { message }: { message: string }) => {
        asked.push(message);
        return Promise.resolve({ response: 0 });
      },
    });
  });
  const asked = (): Promise<string[]> =>
    electronApp.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  for (let time = 1; time <= 3; time += 1) {
    await crash(laptop);
    await expectList(laptop);
  }
  expect(await asked()).toEqual([]);
  const script = `window.api.records.drafts({ id: ${JSON.stringify(person.id)} })`;
  const drafts = (await inWindow(laptop, script)) as Result<readonly Draft[]>;
  expect(drafts).toMatchObject({ ok: true, value: [{ field: 'last_name', value: 'Half-a-wo' }] });
  expect(service.writes('PUT')).toBe(0);
  await crash(laptop);
  await expectList(laptop);
  expect(await asked()).toEqual(['The window of Key Accounts keeps failing']);
});
