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

/** How many steps a quick scroll makes until what is asked for is there, and how many of them are looked ahead. */
const STEPS_AWAY = 2;
const STEPS_AHEAD = 4;

/** More is not asked for at once: the scroll may end. */
const MOST_AHEAD = 12;

/** A step of a scroll: where it led, and how many rows it went down. */
export type Step = { readonly range: Range; readonly moved: number };

/** The numbers of the windows that come next when a range moves on as it did; none after a rest or a leap. */
export function windowsOnTheWay(before: Step, { range, moved }: Step): number[] {
  if (moved === 0) return [];
  if (Math.abs(moved) > WINDOW_SIZE)
    return isSteady(before.moved, moved) ? windowsFarAhead(range, moved) : [];
  const known = windowsOf(range);
  const edge = moved > 0 ? (known.at(-1) ?? 0) : (known[0] ?? 0);
  return Array.from({ length: ON_THE_WAY }, (_, step) => edge + Math.sign(moved) * (step + 1)).filter(
    (index) => index > 0,
  );
}

/** Whether two steps are of one scroll, and no leap: as long, the same way. */
const isSteady = (before: number, moved: number): boolean => before / moved > 0.5 && before / moved < 2;

/** What a scroll that passes more than a window with every step comes to. */
function windowsFarAhead({ start, end }: Range, moved: number): number[] {
  const after = (steps: number): Range => ({ start: start + steps * moved, end: end + steps * moved });
  const [near, far] = [after(STEPS_AWAY), after(STEPS_AHEAD)];
  const way = { start: Math.min(near.start, far.start), end: Math.max(near.end, far.end) };
  const windows = windowsOf({ start: Math.max(0, way.start), end: way.end });
  return (moved > 0 ? windows : windows.toReversed()).slice(0, MOST_AHEAD);
}
