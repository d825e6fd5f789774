import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
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

/** Notes how long the history is now, after a commit: a copy that is shorter one day is not the one that was here. */
export function writeMark(file: string, length: number): void {
  const text = `There has been a local copy here.\nhistory ${String(length).padStart(15, '0')}\n`;
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
