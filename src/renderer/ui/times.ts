const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs more than a hundred uses of it, and a list asks for one a row.
function format(date: Date, options: Intl.DateTimeFormatOptions, locale: string | undefined): string {
  const key = `${locale ?? ''}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known.format(date);
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** When something is shown: the time now and the locale, the system's where it is absent. */
export type Shown = { readonly now?: Date; readonly locale?: string };

const midnight = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

const daysBetween = (earlier: Date, later: Date): number =>
  Math.round((midnight(later) - midnight(earlier)) / DAY);

const capital = (text: string, locale: string | undefined): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

function dayWord(daysAgo: number, locale: string | undefined): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return words.format(-daysAgo, 'day');
}

function parse(iso: string | undefined): Date | undefined {
  if (iso === undefined) return undefined;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A moment in a word or two: 14:02, Yesterday, 20 Nov, Nov 2024; empty where there is none. */
export function shortTime(iso: string | undefined, { now = new Date(), locale }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const days = daysBetween(date, now);
  if (days === 0) return format(date, CLOCK, locale);
  if (days === 1) return capital(dayWord(1, locale), locale);
  if (days > 1 && (days < 180 || date.getFullYear() === now.getFullYear())) {
    return format(date, { day: 'numeric', month: 'short' }, locale);
  }
  return format(date, { month: 'short', year: 'numeric' }, locale);
}

/** The time of day: 14:02. */
export function clockTime(iso: string | undefined, { locale }: Shown = {}): string {
  const date = parse(iso);
  return date ? format(date, CLOCK, locale) : '';
}

/** A moment in full: Today, 14:02; Yesterday, 09:15; 23 Nov 2021, 15:37. */
export function longTime(iso: string | undefined, { now = new Date(), locale }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const days = daysBetween(date, now);
  const clock = format(date, CLOCK, locale);
  if (days === 0 || days === 1) return `${capital(dayWord(days, locale), locale)}, ${clock}`;
  return `${format(date, { day: 'numeric', month: 'short', year: 'numeric' }, locale)}, ${clock}`;
}

/** A moment inside a sentence: 14:02; yesterday 09:15; on 3 Nov. */
export function insideTime(iso: string | undefined, { now = new Date(), locale }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const days = daysBetween(date, now);
  const clock = format(date, CLOCK, locale);
  if (days === 0) return clock;
  if (days === 1) return `${dayWord(1, locale)} ${clock}`;
  return `on ${dayAndMonth(date, now, locale)}`;
}

/** A moment inside a sentence with its day: today 14:02; yesterday 09:15; on 3 Nov. */
export function spokenTime(iso: string | undefined, shown: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const isToday = daysBetween(date, shown.now ?? new Date()) === 0;
  return isToday ? `${dayWord(0, shown.locale)} ${insideTime(iso, shown)}` : insideTime(iso, shown);
}

function dayAndMonth(date: Date, now: Date, locale: string | undefined): string {
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return format(date, { day: 'numeric', month: 'short', ...year }, locale);
}

/** A day: 3 Nov; with its year where it is another one. */
export function dayTime(iso: string | undefined, { now = new Date(), locale }: Shown = {}): string {
  const date = parse(iso);
  return date ? dayAndMonth(date, now, locale) : '';
}

/** A day with its year: 3 Nov 2026. */
export function fullDay(iso: string | undefined, { locale }: Shown = {}): string {
  const date = parse(iso);
  return date ? format(date, { day: 'numeric', month: 'short', year: 'numeric' }, locale) : '';
}

/** How far away a coming moment is: now, in 40 s, in 5 min, in 2 h. */
export function untilTime(iso: string | undefined, { now = new Date(), locale }: Shown = {}): string {
  const date = parse(iso);
  if (!date) return '';
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  if (seconds <= 1) return 'now';
  const inUnit = (count: number, unit: string): string => `in ${countText(count, locale)} ${unit}`;
  if (seconds < 60) return inUnit(seconds, 's');
  if (seconds < 3600) return inUnit(Math.round(seconds / 60), 'min');
  return inUnit(Math.round(seconds / 3600), 'h');
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A count with the separators of the locale: 12,482. */
export function countText(count: number, locale?: string): string {
  const known = numbers.get(locale ?? '') ?? new Intl.NumberFormat(locale);
  numbers.set(locale ?? '', known);
  return known.format(count);
}
