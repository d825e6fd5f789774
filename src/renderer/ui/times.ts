import { locale, wordsOf } from '#shared/language/language.ts';

const DAY = 86_400_000;

const words = wordsOf('times');

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

// Making a formatter costs more than a hundred uses of it, and a list asks for one a row.
function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  const { formats } = locale();
  const key = `${formats}${JSON.stringify(options)}`;
  const known = dates.get(key) ?? new Intl.DateTimeFormat(formats, options);
  dates.set(key, known);
  return known.format(date);
}

/** A count with the separators of the locale: 12,482. */
export function countText(count: number): string {
  const { formats } = locale();
  const known = numbers.get(formats) ?? new Intl.NumberFormat(formats);
  numbers.set(formats, known);
  return known.format(count);
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** When something is shown: the time now. */
export type Shown = { readonly now?: Date };

const midnight = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

const daysBetween = (earlier: Date, later: Date): number =>
  Math.round((midnight(later) - midnight(earlier)) / DAY);

function parse(iso: string | undefined): Date | undefined {
  if (iso === undefined) return undefined;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A moment in a word or two: 14:02, Yesterday, 20 Nov, Nov 2024; empty where there is none. */
export function shortTime(iso: string | undefined, { now = new Date() }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const days = daysBetween(date, now);
  if (days === 0) return format(date, CLOCK);
  if (days === 1) return words.yesterdayAlone;
  if (days > 1 && (days < 180 || date.getFullYear() === now.getFullYear())) {
    return format(date, { day: 'numeric', month: 'short' });
  }
  return format(date, { month: 'short', year: 'numeric' });
}

/** The time of day, of a moment that is near: 14:02. */
export function clockTime(iso: string | undefined): string {
  const date = parse(iso);
  return date ? format(date, CLOCK) : '';
}

/** A moment in full: Today, 14:02; Yesterday, 09:15; 23 Nov 2021, 15:37. */
export function longTime(iso: string | undefined, { now = new Date() }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const days = daysBetween(date, now);
  const clock = format(date, CLOCK);
  if (days === 0) return words.longToday({ clock });
  if (days === 1) return words.longYesterday({ clock });
  return words.longDay({ day: fullDay(iso), clock });
}

/** A moment inside a sentence: 14:02; yesterday 09:15; on 3 Nov at 09:15. */
export function insideTime(iso: string | undefined, { now = new Date() }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const days = daysBetween(date, now);
  if (days === 0 || days === 1) return sinceTime(iso, { now });
  return words.onDay({ day: dayAndMonth(date, now), clock: format(date, CLOCK) });
}

/** A moment after a preposition: since 14:02; since yesterday 09:15; since 3 Nov, 09:15. */
export function sinceTime(iso: string | undefined, { now = new Date() }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const days = daysBetween(date, now);
  const clock = format(date, CLOCK);
  if (days === 0) return clock;
  return days === 1 ? words.yesterday({ clock }) : words.longDay({ day: dayAndMonth(date, now), clock });
}

const isToday = (iso: string | undefined, { now = new Date() }: Shown): boolean => {
  const date = parse(iso);
  return date !== undefined && daysBetween(date, now) === 0;
};

/** A moment inside a sentence with its day: today 14:02; yesterday 09:15; on 3 Nov at 09:15. */
export const spokenTime = (iso: string | undefined, shown: Shown = {}): string =>
  isToday(iso, shown) ? words.today({ clock: clockTime(iso) }) : insideTime(iso, shown);

/** A moment by itself, with its day: today 14:02; yesterday 09:15; 3 Nov, 09:15. */
export const namedTime = (iso: string | undefined, shown: Shown = {}): string =>
  isToday(iso, shown) ? words.today({ clock: clockTime(iso) }) : sinceTime(iso, shown);

function dayAndMonth(date: Date, now: Date): string {
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return format(date, { day: 'numeric', month: 'short', ...year });
}

/** A day: 3 Nov; with its year where it is another one. */
export function dayTime(iso: string | undefined, { now = new Date() }: Shown = {}): string {
  const date = parse(iso);
  return date ? dayAndMonth(date, now) : '';
}

/** A day with its year: 3 Nov 2026. */
export function fullDay(iso: string | undefined): string {
  const date = parse(iso);
  return date ? format(date, { day: 'numeric', month: 'short', year: 'numeric' }) : '';
}

/** How far away a coming moment is: now, in 40 s, in 5 min, in 2 h. */
export function untilTime(iso: string | undefined, { now = new Date() }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  if (seconds <= 1) return words.now;
  if (seconds < 60) return words.inSeconds({ count: seconds });
  if (seconds < 3600) return words.inMinutes({ count: Math.round(seconds / 60) });
  return words.inHours({ count: Math.round(seconds / 3600) });
}
