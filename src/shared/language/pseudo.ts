import {
  createLiteralElement,
  isLiteralElement,
  isPluralElement,
  type MessageFormatElement,
  type PluralElement,
} from '@formatjs/icu-messageformat-parser';
import type { Rewrite } from './message.ts';

/** What stands around every message of the pseudo-language, so that a text without it came from no catalogue. */
export const PSEUDO_START = '⟦';
export const PSEUDO_END = '⟧';

const accents = new Map(
  Object.entries({
    a: 'á',
    e: 'é',
    i: 'í',
    o: 'ó',
    u: 'ú',
    n: 'ñ',
    c: 'ç',
    A: 'Á',
    E: 'É',
    I: 'Í',
    O: 'Ó',
    U: 'Ú',
  }),
);

// A third longer, as German and Finnish are.
const accented = (text: string): string =>
  Array.from(text, (letter) => accents.get(letter) ?? letter).join('') +
  '~'.repeat(Math.floor(text.length / 3));

function rewritten(element: MessageFormatElement): MessageFormatElement {
  if (isLiteralElement(element)) return createLiteralElement(accented(element.value));
  return isPluralElement(element) ? { ...element, options: rewrittenOptions(element) } : element;
}

const rewrittenOptions = ({ options }: PluralElement): PluralElement['options'] =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      { ...option, value: option.value.map(rewritten) },
    ]),
  );

/** Turns a message into one that is longer, accented and bracketed, so that a look shows which text is in no catalogue. */
export const pseudo: Rewrite = (message) => [
  createLiteralElement(PSEUDO_START),
  ...message.map(rewritten),
  createLiteralElement(PSEUDO_END),
];
