import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { emptyProfile } from '../support/app/launch-app.ts';
import { test, type Laptop } from '../support/app/test.ts';

type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const fileIn = (profileDir: string): string => join(profileDir, 'window.json');

/** Taken into the main process before the app: writes down what is asked of the system for its window. */
const MAXIMISE_PROBE = `
  const { app } = require('electron');
  globalThis.asked = [];
  app.on('browser-window-created', (_event, window) => {
    const { maximize } = window;
    window.maximize = () => {
      globalThis.asked.push('maximise');
      maximize.call(window);
    };
    window.once('show', () => globalThis.asked.push('show'));
  });
`;

/** Where the window is and how large. */
const boundsOf = ({ electronApp }: Laptop): Promise<Bounds | undefined> =>
  electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

/** Moves the window as a person does. */
async function place(laptop: Laptop, bounds: Bounds): Promise<void> {
  await laptop.electronApp.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await expect.poll(() => boundsOf(laptop)).toEqual(bounds);
}

/** Waits until everything is shown that many times as large as at a first start. */
const expectRatio = ({ page }: Laptop, ratio: number): Promise<void> =>
  expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeCloseTo(ratio);

test('the window is where it was after a quit, with its size and zoom; a kill takes nothing of it', async ({
  launch,
}) => {
  const first = await launch();
  const { profileDir } = first;
  const bounds = { x: 140, y: 90, width: 1010, height: 770 };
  await place(first, bounds);
  await first.page.keyboard.press('Control+Equal');
  await expectRatio(first, 1.2);
  await first.close();

  const second = await launch({ profileDir });
  expect(await boundsOf(second)).toEqual(bounds);
  await expectRatio(second, 1.2);
  const moved = { x: 33, y: 44, width: 905, height: 655 };
  await place(second, moved);
  await expect
    .poll(() => JSON.parse(readFileSync(fileIn(profileDir), 'utf8')) as object)
    .toMatchObject(moved);
  await second.page.keyboard.press('Control+Equal');
  await expectRatio(second, 1.44);
  await second.kill();

  const third = await launch({ profileDir });
  expect(await boundsOf(third)).toEqual(moved);
  await expectRatio(third, 1.44);
});

test('a window that was maximised is so again, and has its place from before under it', async ({
  launch,
}) => {
  const first = await launch();
  const { profileDir } = first;
  const bounds = { x: 120, y: 80, width: 1000, height: 720 };
  await place(first, bounds);
  // A virtual display has nobody who would maximise a window: what Electron hears of one that did is said here.
  await first.electronApp.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('There is no window.');
    window.isMaximized = () => true;
    window.emit('maximize');
  });
  await first.close();
  const probe = join(profileDir, 'probe.cjs');
  writeFileSync(probe, MAXIMISE_PROBE);
  const second = await launch({ profileDir, probe });
  expect(await boundsOf(second)).toEqual(bounds);
  expect(
    await second.electronApp.evaluate(() => (globalThis as unknown as { asked: string[] }).asked),
  ).toEqual(['maximise', 'show']);
});

const kept = { x: 100, y: 100, width: 1100, height: 700, maximised: false, zoomLevel: 0 };

for (const [where, state] of [
  ['outside of every display', { ...kept, x: -9000, y: 9000 }],
  ['on a display that was larger', { ...kept, width: 20_000, height: 20_000 }],
  ['above the display', { ...kept, y: -500 }],
] as const) {
  test(`a window that was ${where} can be grabbed and fits`, async ({ launch }) => {
    const profileDir = emptyProfile();
    writeFileSync(fileIn(profileDir), JSON.stringify(state));
    const laptop = await launch({ profileDir });
    const area = await laptop.electronApp.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
    const bounds = await boundsOf(laptop);
    if (!bounds) throw new Error('There is no window.');
    // X11 takes a pixel off a window of the display's very size: it would be one in full screen.
    expect(Math.min(state.width, area.width) - bounds.width).toBeLessThanOrEqual(1);
    expect(Math.min(state.height, area.height) - bounds.height).toBeLessThanOrEqual(1);
    expect(bounds.width).toBeLessThanOrEqual(area.width);
    expect(bounds.height).toBeLessThanOrEqual(area.height);
    expect(bounds.y).toBeGreaterThanOrEqual(area.y);
    const right = Math.min(bounds.x + bounds.width, area.x + area.width);
    expect(right - Math.max(bounds.x, area.x)).toBeGreaterThanOrEqual(80);
    expect(area.y + area.height - bounds.y).toBeGreaterThanOrEqual(80);
  });
}

for (const [what, text] of [
  ['no JSON', '\u0000{"width": 12'],
  ['of another schema', JSON.stringify({ ...kept, zoomLevel: 'huge' })],
] as const) {
  test(`a file of the window that is ${what} is set aside, and the window opens as at a first start`, async ({
    launch,
  }) => {
    const profileDir = emptyProfile();
    writeFileSync(fileIn(profileDir), text);
    const laptop = await launch({ profileDir });
    expect(await boundsOf(laptop)).toMatchObject({ width: 1280, height: 800 });
    expect(readFileSync(`${fileIn(profileDir)}.bad`, 'utf8')).toBe(text);
    const bounds = { x: 20, y: 20, width: 1000, height: 700 };
    await place(laptop, bounds);
    await laptop.close();
    expect(JSON.parse(readFileSync(fileIn(profileDir), 'utf8'))).toMatchObject(bounds);
  });
}
