import type { Clock } from '../ports.ts';

/** Pieces that the first of several transactions takes. */
export const FIRST_SLICE = 10;

/** The most records that are looked at before the window and the sync get their turn. */
export const READ_AT_ONCE = 250;

/** Milliseconds that a transaction should take: the window and the sync get their turn after it. */
const AIM = 8;

/** How many pieces the next transaction takes, so that it is about as long as it should be, at most `largest`. */
export const nextSlice = (size: number, took: number, largest: number): number =>
  Math.max(1, Math.min(largest, Math.round((size * AIM) / Math.max(took, 1))));

/** Pieces of a long work: the most that one step takes, whether the rest is still wanted, and what is done with them. */
export type Slicing<Piece> = {
  readonly pieces: readonly Piece[];
  readonly largest: number;
  readonly isWanted: () => boolean;
  /** Does some pieces; `upTo` counts those that are done then. */
  readonly work: (slice: readonly Piece[], upTo: number) => void;
};

/**
 * Works through pieces in steps of about eight milliseconds; the window and the sync get their turn after each. Answers
 * whether it came to its end: it stops before a step that nobody wants any more.
 */
export async function inSlices<Piece>(
  clock: Clock,
  { pieces, ...slicing }: Slicing<Piece>,
): Promise<boolean> {
  for (let from = 0, size = FIRST_SLICE; from < pieces.length;) {
    if (!slicing.isWanted()) return false;
    const began = clock.monotonic();
    const slice = pieces.slice(from, from + size);
    from += slice.length;
    slicing.work(slice, from);
    size = nextSlice(size, clock.monotonic() - began, slicing.largest);
    await clock.sleep(0, new AbortController().signal);
  }
  return true;
}
