import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import type { ReadableDb } from './handle.ts';

/** The file beside a local copy that says "there has been data here", so that a lost copy is no first run. */
export const markerOf = (file: string): string => `${file}.initialised`;

/** Whether there has been data in this place. */
export const hasMarker = (file: string): boolean => existsSync(markerOf(file));

const HISTORY = /^history (\d{15})$/mu;

/** How long the history is known to have been; 0 when nobody wrote it down. */
export function readMark(file: string): number {
  if (!hasMarker(file)) return 0;
  return Number(HISTORY.exec(readFileSync(markerOf(file), 'utf8'))?.[1] ?? 0);
}

/** How long the history of a copy is: it only ever grows. */
export const historyLength = (db: ReadableDb): number =>
  (db.get('SELECT coalesce(max(entry), 0) AS length FROM history') as { length: number }).length;

/** How a file lies on the disk; a change of it leaves another size or time. */
export type Lying = { readonly size: number; readonly changedAt: number };

const NOWHERE: Lying = { size: 0, changedAt: 0 };
const CLOSED = /^closed (\d{15}) (\d{15})$/mu;

/** How the file of a copy lies on the disk now. */
export function lyingOf(file: string): Lying {
  const { size, mtimeMs } = statSync(file);
  return { size, changedAt: Math.trunc(mtimeMs) };
}

/** Whether a copy lies on the disk as this app left it when it closed it, with nothing in a log beside it. */
export function isAsClosed(file: string): boolean {
  if (!hasMarker(file) || !existsSync(file)) return false;
  const [, size, changedAt] = CLOSED.exec(readFileSync(markerOf(file), 'utf8')) ?? [];
  const now = lyingOf(file);
  const log = `${file}-wal`;
  return (
    Number(size) === now.size &&
    // Programs that copy a file with its time round the time.
    Math.abs(Number(changedAt) - now.changedAt) <= 1 &&
    (!existsSync(log) || statSync(log).size === 0)
  );
}

/**
 * Notes how long the history is now, after a commit: a copy that is shorter one day is not the one that was here.
 * `closed`: how the file was left, when it was closed.
 */
export function writeMark(file: string, length: number, closed = NOWHERE): void {
  const digits = (number: number): string => String(number).padStart(15, '0');
  const text =
    `There has been a local copy here.\nhistory ${digits(length)}\n` +
    `closed ${digits(closed.size)} ${digits(closed.changedAt)}\n`;
  if (!hasMarker(file) || readFileSync(markerOf(file)).length !== text.length) {
    writeFileSync(markerOf(file), text, { mode: 0o600 });
    return;
  }
  // In place: it needs no room on a full disk, and is never half there.
  const descriptor = openSync(markerOf(file), 'r+');
  try {
    writeSync(descriptor, text, 0);
  } finally {
    closeSync(descriptor);
  }
}
