import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { defaultSettings } from '#shared/model/settings.ts';
import { emptyProfile } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';

/** How many pictures are taken of a window that has just been shown. */
const PICTURES = 10;

/** Taken into the main process before the app: keeps the colour of each window and its first pictures. */
const PROBE = `
  const { app } = require('electron');
  app.on('browser-window-created', (_event, window) => {
    const seen = { background: '', isPainted: false, light: [] };
    globalThis.firstPictures = seen;
    let isPainted = false;
    window.once('ready-to-show', () => {
      isPainted = true;
    });
    window.once('show', async () => {
      seen.background = window.getBackgroundColor().toLowerCase();
      seen.isPainted = isPainted;
      while (seen.light.length < ${String(PICTURES)}) {
        const pixels = (await window.capturePage()).toBitmap();
        let light = 0;
        for (let at = 0; at < pixels.length; at += 4) if (pixels[at] > 128) light += 1;
        seen.light.push(pixels.length === 0 ? undefined : light / (pixels.length / 4));
      }
    });
  });
`;

/** What the probe saw: the window's own colour, whether it was shown painted, and which part of each picture is light. */
type Seen = { readonly background: string; readonly isPainted: boolean; readonly light: readonly number[] };

for (const [colours, background] of [
  ['dark', '#1b1d20'],
  ['light', '#ffffff'],
] as const) {
  test(`in ${colours} colours a window is ${colours} from its first picture on`, async ({ launch }) => {
    const profileDir = emptyProfile();
    const probe = join(profileDir, 'probe.cjs');
    writeFileSync(probe, PROBE);
    writeFileSync(
      join(profileDir, 'settings.json'),
      JSON.stringify({ settings: { ...defaultSettings, colours } }),
    );
    const { electronApp } = await launch({ profileDir, probe, colorScheme: null });
    const look = (): Promise<Seen> =>
      electronApp.evaluate(() => (globalThis as unknown as { firstPictures: Seen }).firstPictures);
    // The pictures are so large that what is asked of the process meanwhile can be lost to its garbage collector.
    await expect(async () => {
      expect((await look()).light).toHaveLength(PICTURES);
    }).toPass();
    const seen = await look();
    expect(seen).toMatchObject({ background, isPainted: true });
    for (const light of seen.light) {
      // Words, lines and pictures of the other colour are few.
      if (colours === 'dark') expect(light).toBeLessThan(0.2);
      else expect(light).toBeGreaterThan(0.8);
    }
  });
}
