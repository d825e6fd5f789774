import type { Page } from '@playwright/test';
import { PSEUDO_END, PSEUDO_START } from '#shared/language/pseudo.ts';

/** A text that a person sees or hears, and where it is. */
export type ShownText = { readonly text: string; readonly where: string };

/** Every text that is visible now, with the names and hints that are read out. */
export const shownTexts = (page: Page): Promise<readonly ShownText[]> =>
  page.evaluate(() => {
    const found: { text: string; where: string }[] = [];
    const add = (text: string, element: Element, what: string): void => {
      const path = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${what}`;
      if (text.trim() !== '') found.push({ text: text.trim(), where: path });
    };
    for (const element of document.body.querySelectorAll('*')) {
      // A file that is shown as it will be written is in no language.
      if (!element.checkVisibility() || element.matches('script, style, pre *, pre')) continue;
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) add(node.textContent ?? '', element, 'text');
      }
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
        add(element.getAttribute(name) ?? '', element, name);
    }
    return found;
  });

const INSIDE = new RegExp(`${PSEUDO_START}[^${PSEUDO_START}${PSEUDO_END}]*${PSEUDO_END}`, 'gu');

/** What is left of a text without what came from the catalogue. */
function outside(text: string): string {
  const left = text.replace(INSIDE, ' ');
  return left === text ? left : outside(left);
}

const SHORT_ID = /\b[0-9a-f]{8}…[0-9a-f]{4}\b/gu;
const MONTH = /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b/gu;
const KEY = /\b(Ctrl|Shift|Alt|Enter|Esc|PgUp|PgDn|Home|End|Tab|Space|Del|Delete|F\d+)\b/gu;

/**
 * The texts of a page in the pseudo-language that come from no catalogue. Known are `data`: what people and the service
 * wrote; beside it the names of months and of keys.
 */
export async function rawTexts(page: Page, data: readonly string[]): Promise<readonly ShownText[]> {
  const all = data.join('\n');
  return (await shownTexts(page)).filter(({ text }) => {
    const rest = data
      .filter((value) => value.length > 2)
      .reduce((left, value) => left.replaceAll(value, ' '), outside(text))
      .replace(SHORT_ID, ' ')
      .replace(MONTH, ' ')
      .replace(KEY, ' ');
    return /\p{L}{2}/u.test(rest) && !all.includes(rest.trim());
  });
}
