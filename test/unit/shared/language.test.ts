import { afterEach, describe, expect, test } from 'vitest';
import { de } from '#shared/language/de/de.ts';
import { en, type Section } from '#shared/language/en/en.ts';
import { LANGUAGES, localeFor, locale, setLocale, wordsOf } from '#shared/language/language.ts';
import { format } from '#shared/language/message.ts';

afterEach(() => {
  setLocale({ language: 'en', formats: 'en' });
});

const sections = Object.keys(en) as Section[];

/** The names that a message has to be filled in with. */
const argumentsOf = (text: string): string[] => {
  const found = JSON.stringify(format(text, 'en').getAst()).matchAll(/"type":[1-6],"value":"(\w+)"/g);
  return [...new Set([...found].map(([, name]) => name ?? ''))].sort();
};

describe.each(sections)('the catalogue: %s', (section) => {
  test('says the same in every language: same messages, same arguments', () => {
    const german: Readonly<Record<string, string>> = de[section];
    expect(Object.keys(german)).toEqual(Object.keys(en[section]));
    for (const [name, text] of Object.entries(en[section]))
      expect([name, argumentsOf(german[name] ?? '')]).toEqual([name, argumentsOf(text)]);
  });
});

describe.each(LANGUAGES)('every message in %s', (language) => {
  test.each(sections)('of %s is filled in, whatever the count', (section) => {
    setLocale({ language, formats: 'en-GB' });
    const words = wordsOf(section) as Readonly<Record<string, string | ((values: object) => string)>>;
    for (const [name, text] of Object.entries<string>(en[section])) {
      for (const count of [0, 1, 2, 12_482]) {
        const sentence = words[name];
        const values = Object.fromEntries(argumentsOf(text).map((one) => [one, count]));
        const said = typeof sentence === 'function' ? sentence(values) : sentence;
        expect(said).toMatch(/\S/u);
        expect(said).not.toMatch(/[{}#]|undefined/u);
      }
    }
  });
});

describe('words', () => {
  const words = wordsOf('commands');

  test('are in the language that is set when they are used', () => {
    expect(words.undo).toBe('Undo');
    setLocale({ language: 'de', formats: 'de-AT' });
    expect(words.undo).toBe('Rückgängig');
    expect(locale()).toEqual({ language: 'de', formats: 'de-AT' });
  });

  test('change also where only the formats do', () => {
    expect(setLocale({ language: 'en', formats: 'en-GB' })).toBe(true);
    expect(setLocale({ language: 'en', formats: 'en-GB' })).toBe(false);
  });

  test('of the pseudo-language are accented, longer and in brackets', () => {
    setLocale({ language: 'en-XA', formats: 'en' });
    expect(words.undo).toBe('⟦Úñdó~⟧');
  });

  test.each([
    ['Müller', 'Müller'],
    ['שרה לוי', '\u2068שרה לוי\u2069'],
    ['\u202eabc', '\u2068abc\u2069'],
    ['a\u200fb', '\u2068a\u200fb\u2069'],
  ])('set apart what may turn the sentence: %j', (name, apart) => {
    expect(wordsOf('decisionLog').undone({ name })).toBe(`Taken back: ${apart}`);
  });
});

test.each([
  ['system', ['de-AT', 'en'], 'de', 'de-AT'],
  ['system', ['fr-FR', 'de-DE'], 'de', 'de-DE'],
  ['system', ['fr-FR'], 'en', 'fr-FR'],
  ['system', [], 'en', 'en'],
  ['system', ['', 'C', 'de_DE', 'de-CH'], 'de', 'de-CH'],
  ['en', ['en-GB'], 'en', 'en-GB'],
  ['de', ['en-GB'], 'de', 'de'],
] as const)(
  'who chose %s on a system in %j reads %s with the formats of %s',
  (chosen, wanted, language, formats) => {
    expect(localeFor(chosen, wanted)).toEqual({ language, formats });
  },
);
