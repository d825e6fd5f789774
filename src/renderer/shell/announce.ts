/** Milliseconds between two messages of the live region. */
export const QUIET = 10_000;

/** Milliseconds that a round has to last before it is spoken of: most are over sooner, and nothing has changed. */
const LASTING = 3000;

/** What was last said, and when. */
export type Said = { readonly sentence: string; readonly at: number };

/** What could be said now, and whether it is about a round that goes on. */
export type Sayable = { readonly sentence: string; readonly isUnderWay: boolean };

/**
 * How long to wait before a sentence may be said, in milliseconds; `undefined` when it was the last thing said. So a
 * round that changes the state every second is heard at most once in ten, and one that changes nothing not at all.
 */
export function waitBeforeSaying(next: Sayable, said: Said | undefined, now: number): number | undefined {
  const wait = next.isUnderWay ? LASTING : 0;
  if (said === undefined) return wait;
  if (said.sentence === next.sentence) return undefined;
  return Math.max(wait, said.at + QUIET - now);
}
