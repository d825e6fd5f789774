import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import type { Api } from '#shared/ipc/define.ts';
import type { Settings } from '#shared/model/settings.ts';
import { repositoryFolder } from '../repository.ts';

/** Where the pictures go. */
export const picturesFolder = join(repositoryFolder, 'out', 'tour');

/** Takes the pictures of a tour, numbered in the order of the walk, each in light and in dark. */
export class Pictures {
  #taken = 0;
  #factor = 1;
  readonly #app: ElectronApplication;
  readonly #page: Page;

  constructor(app: ElectronApplication, page: Page) {
    this.#app = app;
    this.#page = page;
    rmSync(picturesFolder, { recursive: true, force: true });
    mkdirSync(picturesFolder, { recursive: true });
  }

  get taken(): number {
    return this.#taken;
  }

  /** Photographs what is on the screen, in light and in dark. */
  async take(name: string): Promise<void> {
    const number = String(Math.floor(this.#taken / 2) + 1).padStart(2, '0');
    // Dark first, so that the walk goes on in light.
    for (const colours of ['dark', 'light'] as const) {
      await this.#paint(colours);
      await this.#shoot(join(picturesFolder, `${number}-${name}-${colours}.png`));
      this.#taken += 1;
    }
  }

  /** Photographs it on a laptop of 1280 × 800, on one of 1024 × 700, and at 200 %. */
  async takeEverySize(name: string): Promise<void> {
    await this.take(name);
    await this.resize(1024, 700);
    await this.take(`${name}-1024`);
    await this.resize(1280, 800);
    await this.#zoom(2);
    await this.take(`${name}-zoom200`);
    await this.#zoom(1);
  }

  /** Makes the window's page as large as a laptop of this size shows it, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.#app.evaluate(
      ({ BrowserWindow }, size) => {
        for (const window of BrowserWindow.getAllWindows()) window.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await this.#page.waitForFunction(
      (size) => window.innerWidth === size.width && window.innerHeight === size.height,
      {
        width,
        height,
      },
    );
  }

  async #shoot(path: string): Promise<void> {
    if (this.#factor === 1) {
      await this.#page.screenshot({ path, animations: 'disabled', caret: 'initial' });
      return;
    }
    // Playwright would cut a page that is zoomed; the window itself has what was painted last.
    await this.#page.evaluate(async () => {
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    });
    const png = await this.#app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return image?.toPNG().toString('base64') ?? '';
    });
    writeFileSync(path, Buffer.from(png, 'base64'));
  }

  async #zoom(factor: number): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }, wanted) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(wanted);
    }, factor);
    await this.#page.waitForFunction((wanted) => window.devicePixelRatio === wanted, factor);
    this.#factor = factor;
  }

  async #paint(colours: Settings['colours']): Promise<void> {
    await this.#page.evaluate(
      (wanted) => (window as unknown as { api: Api }).api.settings.change({ colours: wanted }),
      colours,
    );
    await this.#page.waitForFunction(
      (wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted,
      colours,
    );
  }
}
