/** Pieces that the first of several transactions takes. */
export const FIRST_SLICE = 10;

/** Milliseconds that a transaction should take: the window and the sync get their turn after it. */
const AIM = 8;

/** How many pieces the next transaction takes, so that it is about as long as it should be, at most `largest`. */
export const nextSlice = (size: number, took: number, largest: number): number =>
  Math.max(1, Math.min(largest, Math.round((size * AIM) / Math.max(took, 1))));
