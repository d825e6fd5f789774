/** Milliseconds between two messages of the live region. */
export const QUIET = 10_000;

/** What was last said, and when. */
export type Said = { readonly sentence: string; readonly at: number };

/**
 * How long to wait before `sentence` may be said, in milliseconds; `undefined` when it was the last thing said. So a
 * round that changes the state every second is heard at most once in ten.
 */
export function waitBeforeSaying(sentence: string, said: Said | undefined, now: number): number | undefined {
  if (said === undefined) return 0;
  if (said.sentence === sentence) return undefined;
  return Math.max(0, said.at + QUIET - now);
}
