import { mkdirSync, rmSync } from 'node:fs';
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
      await this.#page.screenshot({
        path: join(picturesFolder, `${number}-${name}-${colours}.png`),
        animations: 'disabled',
        caret: 'initial',
      });
      this.#taken += 1;
    }
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
