import type { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de/de.ts';
import { en, type Catalogue, type Section } from './en/en.ts';
import { isolated } from './isolate.ts';
import { format, type Rewrite, type Value, type Words } from './message.ts';
import { pseudo } from './pseudo.ts';

/** The languages of the app; those with an X are made by rule from English, for tests: accented, and right to left. */
export const LANGUAGES = ['en', 'de', 'en-XA', 'en-XB'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the words, and the locale by whose rules dates and numbers are written. */
export type Locale = { readonly language: Language; readonly formats: string };

type Rules = { readonly catalogue: Catalogue; readonly locale: string; readonly rewrite?: Rewrite };

const rules: Readonly<Record<Language, Rules>> = {
  en: { catalogue: en, locale: 'en' },
  de: { catalogue: de, locale: 'de' },
  'en-XA': { catalogue: en, locale: 'en', rewrite: pseudo },
  'en-XB': { catalogue: en, locale: 'en', rewrite: pseudo },
};

let current: Locale = { language: 'en', formats: 'en' };
const formats = new Map<string, IntlMessageFormat | string>();

/** Sets the language of every word that is asked for from now on; false when it was set already. */
export function setLocale(locale: Locale): boolean {
  if (locale.language === current.language && locale.formats === current.formats) return false;
  current = locale;
  formats.clear();
  return true;
}

/** The language and the formats that are set. */
export const locale = (): Locale => current;

/** The locale of the words themselves: the country's way where the country speaks the language, else the language's. */
export function wordsLocale(): string {
  const base = rules[current.language].locale;
  return current.formats.split('-')[0] === base ? current.formats : base;
}

/** Which way the words of a language run. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'en-XB' ? 'rtl' : 'ltr');

// What a system calls its languages is not always a name that dates can be written by: `C` is none.
function isTag(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}

/** The language that suits a person who named `wanted` in this order; dates and numbers follow the first one. */
export function localeFor(chosen: Language | 'system', wanted: readonly string[]): Locale {
  const tags = wanted.filter(isTag);
  const [first = 'en'] = tags;
  const known = tags.flatMap((tag) => LANGUAGES.filter((one) => tag.toLowerCase().split('-')[0] === one));
  const language = chosen === 'system' ? (known[0] ?? 'en') : chosen;
  const base = rules[language].locale;
  // 14:02 or 2:02 PM is a matter of the country, which the system knows, as long as the words fit it.
  const own = tags.find((tag) => tag.toLowerCase().split('-')[0] === base);
  return { language, formats: own ?? (chosen === 'system' ? first : base) };
}

/** A text in which nothing is to be filled in and nothing is quoted: most of what stands on a screen, as it is. */
const isPlain = (text: string): boolean => !/[{}']/u.test(text);

function say(section: Section, name: string, values?: Readonly<Record<string, Value>>): string {
  const key = `${section}.${name}`;
  const known = formats.get(key);
  const { catalogue, locale: words, rewrite } = rules[current.language];
  const text = (catalogue[section] as Readonly<Record<string, string>>)[name] ?? key;
  const made =
    known ??
    (!rewrite && isPlain(text)
      ? text
      : format(text, words, { numbers: current.formats, ...(rewrite && { rewrite }) }));
  formats.set(key, made);
  if (typeof made === 'string') return made;
  const apart: Record<string, Value> = {};
  for (const [argument, value] of Object.entries(values ?? {})) apart[argument] = isolated(value);
  return String(made.format(apart));
}

/**
 * The messages of a section in the language that is set when they are used: `words.title` is a sentence,
 * `words.total({ count: 3 })` one that is filled in.
 */
export function wordsOf<Name extends Section>(section: Name): Words<(typeof en)[Name]> {
  // Without a prototype: a name from outside, such as `constructor`, finds no word that is none.
  const words: object = Object.create(null) as object;
  for (const [name, text] of Object.entries(en[section])) {
    const get = text.includes('{')
      ? () => (values: Readonly<Record<string, Value>>) => say(section, name, values)
      : () => say(section, name);
    Object.defineProperty(words, name, { enumerable: true, get });
  }
  return words as Words<(typeof en)[Name]>;
}
