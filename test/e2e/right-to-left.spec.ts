import { expect, type Page } from '@playwright/test';
import { setLocale, wordsOf } from '#shared/language/language.ts';
import { resize } from '../support/app/resize.ts';
import { disagree, goToSpoken, openBySearch, speak } from '../support/app/spoken.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const shell = wordsOf('shell');
const decisions = wordsOf('decisions');

test.afterEach(() => {
  setLocale({ language: 'en', formats: 'en-GB' });
});

test('from right to left nothing leaves the window, and the navigation is on the right', async ({
  launch,
  serve,
}, info) => {
  const service = await serve();
  const laptop = await launch();
  const { page } = laptop;
  await laptop.screens.connect({ address: service.address, token: TOKEN });
  await disagree(laptop, service);
  await speak(laptop, 'en-XB');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  for (const [width, height] of [
    [1280, 800],
    [1024, 700],
  ] as const) {
    await resize(laptop, width, height);
    const picture = async (name: string): Promise<void> => {
      await page.screenshot({ path: info.outputPath(`${name}-${String(width)}.png`) });
      expect([name, await overflowing(page)]).toEqual([name, []]);
    };
    await goToSpoken(laptop, shell.keyAccounts);
    await openBySearch(laptop, 'Meinhardt');
    await picture('record');
    const navigation = await page.getByRole('navigation', { name: shell.navigation }).boundingBox();
    expect((navigation?.x ?? 0) + (navigation?.width ?? 0)).toBe(width);
    await goToSpoken(laptop, shell.decisions);
    await expect(page.getByRole('region', { name: decisions.workspace })).toBeVisible();
    await picture('decision');
    await goToSpoken(laptop, shell.syncCentre);
    await picture('sync centre');
    await goToSpoken(laptop, shell.settings);
    await picture('settings');
  }
});

test('what turns a text turns nothing of the sentence that it stands in', async ({ launch, serve }) => {
  const service = await serve();
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  const heading = page.getByRole('heading', { name: 'No Key Account matches' });
  for (const turned of ['\u202eqq', 'קק']) {
    await screens.search.fill(turned);
    await expect(heading).toContainText(turned.at(-1) ?? '');
    const [opens, inside, closes] = await heading.evaluate(
      (element, letter) =>
        ['“', letter, '”'].map((sign) => {
          const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
          const range = document.createRange();
          const at = text?.nodeValue?.indexOf(sign) ?? -1;
          if (!text || at < 0) throw new Error(`There is no ${sign} in the heading.`);
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect().left;
        }),
      turned.at(-1) ?? '',
    );
    expect(inside).toBeGreaterThan(opens ?? Infinity);
    expect(closes).toBeGreaterThan(inside ?? Infinity);
  }
});

/** The elements that stand out of the window at its sides. */
const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // What is cut with three dots on purpose leaves nothing.
    function isClipped(element: Element): boolean {
      const around = element.closest('[class*="shortened"]');
      return around !== null && around !== element;
    }
    return [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .filter((element) => !isClipped(element))
      .map((element) => `${element.tagName} ${element.className} ${element.innerText.slice(0, 40)}`);
  });
