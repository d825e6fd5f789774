import { describe, expect, test } from 'vitest';
import type { ServiceTraits } from '#shared/model/service-traits.ts';
import { savedLogText } from '../../../src/renderer/ui/saved-log-text.ts';
import {
  clockText,
  guardText,
  traitDetails,
  traitLines,
  versionText,
  words,
} from '../../../src/renderer/settings/diagnostics-words.ts';
import { accountChoices, accountText } from '../../../src/renderer/ui/account-words.ts';

const seenAt = '2026-11-21T14:02:00Z';

describe('what the service was seen to do', () => {
  test('is not known yet before anything was seen, in every line', () => {
    expect(traitLines({ seenAt: '' }).every(({ text }) => text === words.unknown)).toBe(true);
  });

  test.each([
    [{ precision: 'seconds', isTokenEditTime: true }, 'The time of the edit, in whole seconds'],
    [{ precision: 'milliseconds', isTokenEditTime: false }, 'The service’s own time, in milliseconds'],
    [{ precision: 'finer' }, 'A time, finer than milliseconds'],
    [{ precision: 'opaque' }, 'A name of the service’s own, which is no time'],
  ] as const)('names the versions: %j', (traits, text) => {
    expect(versionText({ seenAt, ...traits })).toBe(text);
  });

  test('says how strictly an outdated write is refused', () => {
    expect(guardText(0)).toBe('Always refused');
    expect(guardText(2000)).toMatch(/^Refused, but not within 2.000 ms of the newest version$/u);
    expect(guardText(-1)).toBe('Never refused');
  });

  test.each([
    [400, 'Agrees with the service'],
    [90_000, '90 s ahead of the service; this decides nothing'],
    [-600_000, '10 min behind the service; this decides nothing'],
    [365 * 86_400_000, '365 days ahead of the service; this decides nothing'],
  ])('says where this laptop’s clock is: %d ms', (ahead, text) => {
    expect(clockText(ahead)).toBe(text);
  });

  test('can be copied with the values behind the words', () => {
    const traits: ServiceTraits = { seenAt, hasDelta: false, keepsClientIds: false };
    const text = traitDetails(traits);
    expect(text).toContain('Only what changed can be asked for: No, the whole list is compared');
    expect(text).toContain('A new record keeps this laptop’s id: No, the service gives its own');
    expect(text.endsWith(JSON.stringify(traits))).toBe(true);
  });
});

describe('the question whose a token is', () => {
  test('counts what is here', () => {
    expect(accountText(12, 0)).toMatch(/^This laptop has 12 records of this service already\./u);
    expect(accountText(1, 1)).toMatch(
      /^This laptop has 1 record of this service and 1 unsent change already/u,
    );
  });

  test('says what either answer does to the changes that were not sent', () => {
    expect(accountChoices(2).same.means).toContain('Your 2 unsent changes are sent with this token.');
    expect(accountChoices(2).another.means).toContain('The 2 unsent changes stay here and wait');
    expect(accountChoices(1).another.means).toContain('The 1 unsent change stays here and waits');
    expect(accountChoices(0).same.means).toBe('Go on with these records.');
  });
});

test('the saved log is counted, and a broken chain is said', () => {
  expect(savedLogText({ entries: 0, isIntact: true })).toBe('Decision log saved: 0 entries.');
  expect(savedLogText({ entries: 1, isIntact: true })).toMatch(/1 entry\. Its chain is whole/u);
  expect(savedLogText({ entries: 9, isIntact: false })).toMatch(/9 entries\. Its chain is broken/u);
});
