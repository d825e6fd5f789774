import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { MeasuredApp } from './measured-app.ts';

/** An app that is nothing but a window of a size. */
const emptyApp = (size: string): string => `
  const { app, BrowserWindow } = require('electron');
  const [width, height] = '${size}'.split('x').map(Number);
  app.whenReady().then(() => new BrowserWindow({ width, height }).loadURL('data:text/html,<p>.'));
`;

/** Milliseconds from the start of a process to its first picture. */
export type Opening = { readonly app: number; readonly emptyWindow: number };

/** Starts the app in a profile, measures, and quits it. */
export type Start = <Result>(measure: (app: MeasuredApp) => Promise<Result>) => Promise<Result>;

/** Starts the app with a copy and an empty Electron window, both in the size of the app's window. */
export async function measureOpening(start: Start): Promise<Opening> {
  const { took, size } = await start(async ({ page, launchedAt }) => {
    const at = await page.evaluate(async () => {
      while (![...document.querySelectorAll('[data-index]')].some((row) => row.textContent !== '')) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.timeOrigin + performance.now();
    });
    const width = await page.evaluate(() => [outerWidth, outerHeight].join('x'));
    return { took: at - launchedAt, size: width };
  });
  return { app: took, emptyWindow: await measureEmptyWindow(size) };
}

async function measureEmptyWindow(size: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'key-accounts-empty-'));
  await writeFile(join(folder, 'package.json'), '{ "name": "empty-window", "main": "main.cjs" }');
  await writeFile(join(folder, 'main.cjs'), emptyApp(size));
  const launchedAt = Date.now();
  const app = await _electron.launch({ args: [folder, `--user-data-dir=${join(folder, 'profile')}`] });
  try {
    const page = await app.firstWindow();
    const painted = await page.evaluate(async () => {
      for (;;) {
        const [first] = performance.getEntriesByName('first-paint');
        if (first) return performance.timeOrigin + first.startTime;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    });
    return painted - launchedAt;
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}
