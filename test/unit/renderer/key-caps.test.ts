import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** The words of keys on a keyboard of some system, in some language. */
async function keyboard(platform: string, language: 'en' | 'de') {
  vi.stubGlobal('navigator', { platform });
  const { setLocale } = await import('#shared/language/language.ts');
  setLocale({ language, formats: language });
  return import('../../../src/renderer/ui/accelerator.ts');
}

// The system is asked once, when the module is loaded.
beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each([
  ['Linux x86_64', 'en', 'Ctrl+Shift+Z', 'Ctrl+Enter', ['PgUp', 'PgDn'], ['Alt', '↑']],
  ['Win32', 'de', 'Strg+Umschalt+Z', 'Strg+Eingabe', ['Bild↑', 'Bild↓'], ['Alt', '↑']],
  ['MacIntel', 'en', '⌘⇧Z', '⌘↩', ['⇞', '⇟'], ['⌥', '↑']],
  ['MacIntel', 'de', '⌘⇧Z', '⌘↩', ['⇞', '⇟'], ['⌥', '↑']],
] as const)('on %s in %s', (platform, language, redo, enter, pages, previous) => {
  test('keys are called as they are on the keyboard', async () => {
    const { capsOf, capsOfKeys, keysText } = await keyboard(platform, language);
    expect(keysText('CmdOrCtrl+Shift+Z')).toBe(redo);
    expect(keysText('CmdOrCtrl+Enter')).toBe(enter);
    expect(capsOfKeys('PageUp+PageDown')).toEqual(pages);
    expect(capsOf('previous-record')).toEqual(previous);
    expect(capsOf('copy-email')).toEqual([]);
    expect(keysText('?')).toBe('?');
  });
});

test('a screen reader is told the key of the system', async () => {
  const linux = await keyboard('Linux x86_64', 'de');
  expect(linux.spokenKeys('CmdOrCtrl+F')).toBe('Control+F');
  vi.resetModules();
  const mac = await keyboard('MacIntel', 'de');
  expect(mac.spokenKeys('CmdOrCtrl+F')).toBe('Meta+F');
});

test('no text of the window names the keys of one system or language alone', () => {
  const root = join(import.meta.dirname, '../../../src');
  const files = ['renderer', 'shared/language'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(root, folder, file),
    ),
  );
  const naming = files
    .filter((file) => /\.tsx?$/u.test(file) && !file.endsWith('key-caps.ts'))
    .filter((file) =>
      /['"`>][^'"`<\n]*\b(?:Ctrl|Strg|Umschalt|Control)\+?\b(?!Or)[^'"`<\n]*['"`<]/u.test(
        withoutComments(file),
      ),
    );
  expect(naming.map((file) => file.slice(root.length + 1))).toEqual(['renderer/ui/accelerator.ts']);
});

const withoutComments = (file: string): string =>
  readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '');
