import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const MOST_STOPS = 250;

/** A person without a mouse: goes by Tab, and has to see where the focus is at every stop. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Presses Tab until an element has the focus, and sees that it shows. */
  async tabTo(target: Locator): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        await this.expectRing();
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${String(target)}.`);
  }

  /** Types over what the focused field has. */
  async typeOver(text: string): Promise<void> {
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  /** Goes once around everything that Tab comes to: every stop shows, and nothing holds the focus. */
  async goAround(): Promise<number> {
    await this.page.keyboard.press('Tab');
    await this.page.evaluate(() => document.activeElement?.setAttribute('data-first-stop', ''));
    try {
      for (let stops = 1; stops < MOST_STOPS; stops += 1) {
        await this.expectRing();
        await this.page.keyboard.press('Tab');
        if (await this.page.evaluate(() => document.activeElement?.hasAttribute('data-first-stop')))
          return stops;
      }
    } finally {
      await this.page.evaluate(() => {
        document.querySelector('[data-first-stop]')?.removeAttribute('data-first-stop');
      });
    }
    throw new Error('Tab never came back to where it began.');
  }

  /** Sees that the focus shows: a ring around the element, its active row, or what it is wrapped in. */
  async expectRing(): Promise<void> {
    await expect.poll(() => this.page.evaluate(focusWithoutRing)).toBe('');
  }
}

/** The focused element, where nothing shows that it has the focus. */
function focusWithoutRing(): string {
  const focused = document.activeElement;
  // Between the last stop and the first one the window itself has the focus.
  if (!focused || focused === document.body) return '';
  const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  const wrappers = [focused.parentElement, focused.closest('label')];
  const rows = active ? [active, ...active.querySelectorAll('*')] : [];
  const isShown = [focused, ...rows, ...wrappers].some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return (
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)'
    );
  });
  return isShown ? '' : focused.outerHTML.slice(0, 200);
}
