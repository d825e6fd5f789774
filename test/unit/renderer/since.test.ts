import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '#shared/language/language.ts';
import { ViewTerms, type Since } from '#shared/model/view.ts';
import { termsOn } from '../../../src/renderer/ui/list/list-state.ts';
import { startOfDay } from '../../../src/renderer/ui/list/since.ts';
import { sinceText } from '../../../src/renderer/ui/list/list-words.ts';

const terms = { search: '', filters: [], sort: { by: 'name', direction: 'ascending' } } as const;
const saved = (since: Since): ViewTerms => ViewTerms.parse({ ...terms, since, columns: ['name'] });
const askedOn = (since: Since, day: Date): string | undefined => termsOn(saved(since), day).changedSince;
const midnight = (day: number): string => new Date(2026, 10, day).toISOString();

beforeEach(() => {
  setLocale({ language: 'en', formats: 'en-GB' });
});

test.each([
  [0, 21, 22],
  [1, 20, 21],
  [7, 14, 15],
])('%i days back are other days tomorrow', (days, today, tomorrow) => {
  const since = { kind: 'days', days } as const;
  expect(askedOn(since, new Date(2026, 10, 21))).toBe(midnight(today));
  expect(askedOn(since, new Date(2026, 10, 21, 23, 59))).toBe(midnight(today));
  expect(askedOn(since, new Date(2026, 10, 22))).toBe(midnight(tomorrow));
});

test('a day that was said stays that day', () => {
  const since = { kind: 'day', from: startOfDay('2026-11-03') ?? '' } as const;
  expect(askedOn(since, new Date(2026, 10, 21))).toBe(midnight(3));
  expect(askedOn(since, new Date(2027, 0, 1))).toBe(midnight(3));
});

test.each([
  ['en', 0, 'Changed since today'],
  ['en', 1, 'Changed since yesterday'],
  ['en', 7, 'Changed in the last 7 days'],
  ['de', 0, 'Geändert seit heute'],
  ['de', 30, 'Geändert in den letzten 30 Tagen'],
] as const)('in words (%s): %i days back', (language, days, text) => {
  setLocale({ language, formats: language });
  expect(sinceText({ kind: 'days', days })).toBe(text);
});

test('in words: a day', () => {
  const from = startOfDay(`${String(new Date().getFullYear())}-11-03`) ?? '';
  expect(sinceText({ kind: 'day', from })).toBe('Changed since 3 Nov');
  expect(sinceText(undefined)).toBe('Changed since');
});
