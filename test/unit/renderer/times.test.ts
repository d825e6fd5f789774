import { beforeEach, describe, expect, test } from 'vitest';
import { setLocale } from '#shared/language/language.ts';
import {
  clockTime,
  countText,
  dayTime,
  fullDay,
  insideTime,
  longTime,
  namedTime,
  shortTime,
  sinceTime,
  spokenTime,
  untilTime,
} from '../../../src/renderer/ui/times.ts';

const now = new Date(2026, 10, 21, 14, 30);
const shown = { now };
const local = (month: number, day: number, hour = 9, year = 2026): string =>
  new Date(year, month - 1, day, hour, 5).toISOString();

beforeEach(() => {
  setLocale({ language: 'en', formats: 'en-GB' });
});

describe('a moment', () => {
  test.each([
    ['today', local(11, 21), '09:05'],
    ['yesterday', local(11, 20, 23), 'Yesterday'],
    ['this year', local(3, 2), '2 Mar'],
    ['last autumn', local(10, 3, 9, 2025), 'Oct 2025'],
    ['years ago', local(11, 20, 9, 2024), 'Nov 2024'],
    ['never', undefined, ''],
    ['nonsense', 'soon', ''],
  ])('in a row: %s', (_when, at, text) => {
    expect(shortTime(at, shown)).toBe(text);
  });

  test('of last December is a day, not a month, in January', () => {
    const january = { now: new Date(2027, 0, 10) };
    expect(shortTime(local(12, 28), january)).toBe('28 Dec');
  });

  test('in full', () => {
    expect(longTime(local(11, 21), shown)).toBe('Today, 09:05');
    expect(longTime(local(11, 20), shown)).toBe('Yesterday, 09:05');
    expect(longTime(local(11, 23, 15, 2021), shown)).toBe('23 Nov 2021, 15:05');
  });

  test('inside a sentence', () => {
    expect(insideTime(local(11, 21), shown)).toBe('09:05');
    expect(insideTime(local(11, 20), shown)).toBe('yesterday 09:05');
    expect(insideTime(local(11, 3), shown)).toBe('on 3 Nov at 09:05');
    expect(insideTime(local(12, 28, 9, 2025), shown)).toBe('on 28 Dec 2025 at 09:05');
    expect(spokenTime(local(11, 21), shown)).toBe('today 09:05');
    expect(spokenTime(local(11, 3), shown)).toBe('on 3 Nov at 09:05');
  });

  test('as a time, a day, a day with its year', () => {
    expect(clockTime(local(11, 3))).toBe('09:05');
    expect(dayTime(local(11, 3), shown)).toBe('3 Nov');
    expect(dayTime(local(11, 3, 9, 2024), shown)).toBe('3 Nov 2024');
    expect(fullDay(local(11, 3))).toBe('3 Nov 2026');
  });

  test('after a preposition, and by itself', () => {
    expect(sinceTime(local(11, 21), shown)).toBe('09:05');
    expect(sinceTime(local(11, 20), shown)).toBe('yesterday 09:05');
    expect(sinceTime(local(11, 3), shown)).toBe('3 Nov, 09:05');
    expect(sinceTime(local(12, 28, 9, 2025), shown)).toBe('28 Dec 2025, 09:05');
    expect(namedTime(local(11, 21), shown)).toBe('today 09:05');
    expect(namedTime(local(11, 3), shown)).toBe('3 Nov, 09:05');
  });

  test.each([
    [new Date(2026, 10, 20, 23, 59), '23:05'],
    [new Date(2026, 10, 21, 0, 0), 'yesterday 23:05'],
    [new Date(2026, 10, 22, 0, 0), '20 Nov, 23:05'],
  ])('is named by the day on which it is looked at: %s', (later, text) => {
    expect(sinceTime(local(11, 20, 23), { now: later })).toBe(text);
  });

  test('that a clock put back has left in the days to come has its day', () => {
    expect(insideTime(local(11, 22), shown)).toBe('on 22 Nov at 09:05');
  });

  test('in the words of the language, by the rules of the country', () => {
    setLocale({ language: 'de', formats: 'de-AT' });
    expect(shortTime(local(11, 20), shown)).toBe('Gestern');
    expect(insideTime(local(11, 3), shown)).toBe('am 3. Nov. um 09:05');
    expect(sinceTime(local(11, 3), shown)).toBe('3. Nov., 09:05');
    expect(longTime(local(11, 23, 15, 2021), shown)).toBe('23. Nov. 2021, 15:05');
    setLocale({ language: 'en', formats: 'en-US' });
    expect(shortTime(local(11, 21, 14), shown)).toMatch(/^02:05\sPM$/u);
  });
});

describe('what comes', () => {
  test.each([
    [-5, 'now'],
    [40, 'in 40 s'],
    [60, 'in 1 min'],
    [300, 'in 5 min'],
    [7200, 'in 2 h'],
  ])('%d seconds away', (seconds, text) => {
    const at = new Date(now.getTime() + seconds * 1000).toISOString();
    expect(untilTime(at, shown)).toBe(text);
  });
});

test('a count has the separators of its country', () => {
  expect(countText(12482)).toBe('12,482');
  setLocale({ language: 'de', formats: 'de-DE' });
  expect(countText(12482)).toBe('12.482');
});
