import { wordsLocale } from '#shared/language/language.ts';

/** A piece of an enumeration: one of its items, or what stands between them. */
export type ListPart = { readonly text: string; readonly isItem: boolean };

/** Enumerates as the language does: a, b and c. */
export const listParts = (items: readonly string[]): readonly ListPart[] =>
  new Intl.ListFormat(wordsLocale(), { type: 'conjunction' })
    .formatToParts(items)
    .map(({ type, value }) => ({ text: value, isItem: type === 'element' }));

/** The same in one text. */
export const listText = (items: readonly string[]): string =>
  listParts(items)
    .map(({ text }) => text)
    .join('');
