import type { Locator } from '@playwright/test';
import axe, { type Result as Rule, type RunOptions } from 'axe-core';
import type { Laptop } from './test.ts';

/** Ways in which one screen is seen. */
const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

const zooms = [1, 2] as const;

/** The rules that see colours; all others see the page and its layout, which no colour scheme changes. */
const colourRules = ['color-contrast', 'link-in-text-block'];

const every = {
  resultTypes: ['violations'],
  preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // On only where it is asked for.
  rules: { 'target-size': { enabled: true } },
} satisfies RunOptions;

/** Everything that a person can press, type into or choose. */
const CONTROLS =
  'button, a[href], input, select, textarea, [role=button], [role=tab], [role=menuitem], [role=option]';

/** For that many pairs of frames what is found may be the layout of a moment. */
const PATIENCE = 60;

/** Holds every screen that it is shown against WCAG 2.2 AA, in every colour scheme and at both zooms. */
export class Inspector {
  /** What was found, a line for each; empty when every screen passed. */
  readonly found: string[] = [];
  readonly #app: Laptop;

  private constructor(app: Laptop) {
    this.#app = app;
  }

  /** Brings axe into the page of an app. */
  static async for(app: Laptop): Promise<Inspector> {
    await app.page.evaluate(axe.source);
    return new Inspector(app);
  }

  /**
   * Looks at what the window shows now, which is called `screen`; leaves it in the system's colours at 100 %. What it is
   * about may be given: it has to be there at both zooms, or something else would be looked at.
   */
  async look(screen: string, about?: Locator): Promise<void> {
    for (const zoom of zooms) {
      await this.zoom(zoom);
      await about?.waitFor();
      this.#note(screen, `${String(zoom * 100)} %`, await this.#lasting(() => this.#smallTargets()));
      for (const [index, { name, ...media }] of looks.entries()) {
        await this.#colour(media);
        this.#note(
          screen,
          `${name}, ${String(zoom * 100)} %`,
          await this.#violations(index === 0 ? every : { ...every, runOnly: colourRules }),
        );
      }
    }
    await this.#app.page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
    await this.zoom(1);
  }

  /** Looks at what the window shows now at 400 %, where it is 320 CSS pixels wide: nothing may be out of reach. */
  async reflow(screen: string): Promise<void> {
    await this.zoom(4);
    this.#note(screen, '400 %', await this.#lasting(() => this.#outOfReach()));
    await this.zoom(1);
  }

  /** Makes everything larger by a factor, and waits until the page has followed. */
  async zoom(factor: number): Promise<void> {
    await this.#app.electronApp.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
    }, factor);
    await this.#app.page.waitForFunction((wanted) => window.devicePixelRatio === wanted, factor, {
      polling: 20,
    });
  }

  async #colour({ colorScheme, forcedColors }: Omit<(typeof looks)[number], 'name'>): Promise<void> {
    const { page } = this.#app;
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  }

  /** What is still found when the page has had time to lay itself out anew after the zoom. */
  async #lasting(look: () => Promise<string[]>): Promise<string[]> {
    let found = await look();
    for (let frames = 0; frames < PATIENCE && found.length > 0; frames += 1) {
      await this.#app.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      found = await look();
    }
    return found;
  }

  #note(screen: string, look: string, problems: readonly string[]): void {
    this.found.push(...problems.map((problem) => `${screen} (${look}): ${problem}`));
  }

  async #violations(options: RunOptions): Promise<string[]> {
    const violations = await this.#app.page.evaluate(async (given) => {
      const motions = document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
      await Promise.allSettled(motions.map(({ finished }) => finished));
      const { axe: here } = window as unknown as { axe: typeof axe };
      return (await here.run(document, given)).violations;
    }, options);
    return violations.flatMap(linesOf);
  }

  #smallTargets(): Promise<string[]> {
    return this.#app.page.evaluate((selector) => {
      const isSmall = ({ width, height }: DOMRect): boolean => width < 24 || height < 24;
      return [...document.querySelectorAll<HTMLInputElement>(selector)]
        .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .filter((one) => {
          const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
          return boxes.every(isSmall);
        })
        .map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return `target of ${width.toFixed()} × ${height.toFixed()} px: ${one.outerHTML.slice(0, 160)}`;
        });
    }, CONTROLS);
  }

  #outOfReach(): Promise<string[]> {
    return this.#app.page.evaluate((selector) => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide`] : [];
      const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
        one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      );
      const hidden = controls.filter((one) => {
        one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, right } = one.getBoundingClientRect();
        return left < -1 || right > clientWidth + 1;
      });
      return [...wide, ...hidden.map((one) => `out of the window: ${one.outerHTML.slice(0, 160)}`)];
    }, CONTROLS);
  }
}

const linesOf = ({ id, nodes }: Rule): string[] =>
  nodes.map(({ html, any, all, none }) => {
    const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
    return `${id}: ${why} ${html.slice(0, 200)}`;
  });
