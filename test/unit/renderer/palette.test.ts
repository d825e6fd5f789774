import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesFor, wantedOf, type Sources } from '../../../src/renderer/shell/palette-entries.ts';
import { fuzzy } from '../../../src/renderer/ui/fuzzy.ts';
import { wordsOf } from '#shared/language/language.ts';
import { Command } from '#shared/model/command.ts';

const words = wordsOf('commands');
const sources: Sources = {
  enabled: Command.options,
  recent: [],
  people: [],
  accounts: [],
  nameOf: (command) => words[command],
};

const found = (typed: string, given: Partial<Sources> = {}): string[] =>
  entriesFor(wantedOf(typed), { ...sources, ...given }).flatMap(({ entries }) => entries.map(({ id }) => id));

test('every command that can be run is there, but for the palette itself', () => {
  expect(new Set(found(''))).toEqual(
    new Set(Command.options.filter((one) => one !== 'palette').map((one) => `command-${one}`)),
  );
  expect(found('', { enabled: ['zoom-in', 'palette'] })).toEqual(['command-zoom-in']);
});

test('letters in their order are enough, and what begins with the text comes first', () => {
  expect(found('syncnow')).toContain('command-sync-now');
  expect(found('>zoom')).toEqual(['command-zoom-in', 'command-zoom-out']);
  expect(found('@zoom')).toEqual([]);
});

test('what was run last stands first', () => {
  expect(found('', { recent: ['zoom-out', 'find'] }).slice(0, 2)).toEqual([
    'command-zoom-out',
    'command-find',
  ]);
});

test('the pieces of a fit are the text, and what was hit is what was typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Command.options), fc.string({ maxLength: 6 }), (command, typed) => {
      const fit = fuzzy(words[command], typed);
      if (fit) expect(fit.pieces.map(({ text }) => text).join('')).toBe(words[command]);
    }),
  );
  const fit = fuzzy('Work offline', 'wkof');
  expect(
    fit?.pieces
      .filter(({ isHit }) => isHit)
      .map(({ text }) => text)
      .join(''),
  ).toBe('Wkof');
});
