import type { Since } from '#shared/model/view.ts';

/** From which moment on a list asks for changes, ISO 8601. */
export const sinceStart = (since: Since, now: Date): string =>
  since.kind === 'day' ? since.from : daysAgo(since.days, now);

/** The beginning of the day that was so many days ago, ISO 8601. */
export function daysAgo(days: number, now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString();
}

/** The beginning of a day as a date field names it (2026-11-01), ISO 8601; `undefined` for what is no day. */
export function startOfDay(text: string): string | undefined {
  const day = new Date(`${text}T00:00`);
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString();
}
