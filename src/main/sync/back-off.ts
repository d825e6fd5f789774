const FIRST = 2000;
const CAP = 5 * 60_000;
const LEAST = 250;

/**
 * How long to wait after `failures` failures in a row, in milliseconds: exponential with full jitter up to five
 * minutes, and never less than what the service asked for.
 */
export function backOff(failures: number, random: () => number, retryAfter = 0): number {
  const ceiling = Math.min(CAP, FIRST * 2 ** Math.max(0, failures - 1));
  return Math.max(retryAfter, LEAST, Math.round(random() * ceiling));
}
