import { expect } from '@playwright/test';
import type { App } from './launch-app.ts';

/** Makes the window as large as a page of some CSS pixels at 100 %, and waits until the page has followed. */
export async function resize({ electronApp, page }: App, width: number, height: number): Promise<void> {
  await electronApp.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}
