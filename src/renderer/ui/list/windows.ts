import { WINDOW_SIZE } from '../../api/window-size.ts';

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

/** How many windows are fetched ahead of where a list is scrolled to. */
const ON_THE_WAY = 3;

/** The numbers of the windows that come next when a range moves on as it did; none after a rest or a leap. */
export function windowsOnTheWay(from: Range, to: Range): number[] {
  const known = windowsOf(to);
  const moved = to.start - from.start;
  if (moved === 0 || Math.abs(moved) > WINDOW_SIZE) return [];
  const edge = moved > 0 ? (known.at(-1) ?? 0) : (known[0] ?? 0);
  return Array.from({ length: ON_THE_WAY }, (_, step) => edge + Math.sign(moved) * (step + 1)).filter(
    (index) => index > 0,
  );
}
