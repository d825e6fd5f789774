import { WINDOW_SIZE } from '../api/window-size.ts';

/** Which rows are on the screen. */
export type Range = { readonly start: number; readonly end: number };

/** How many rows beyond the screen are fetched ahead. */
const AHEAD = 50;

/** The numbers of the windows that a range needs, the first one aside. */
export function windowsOf({ start, end }: Range): number[] {
  const first = Math.max(1, Math.floor((start - AHEAD) / WINDOW_SIZE));
  const last = Math.floor((end + AHEAD) / WINDOW_SIZE);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
