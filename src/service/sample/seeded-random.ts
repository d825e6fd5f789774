/** A stream of numbers that is the same for the same seed. */
export type SeededRandom = {
  /** A whole number from 0 and below the bound, at most 2^32. */
  readonly below: (bound: number) => number;
  /** One of a list, each as likely as the others. */
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Whether something that happens so many times in a hundred happens now. */
  readonly happens: (percent: number) => boolean;
  /** A UUID of version 4. */
  readonly uuid: () => string;
};

/** Makes the 32-bit numbers of Chris Doty-Humphrey's "small fast counter", whose state holds seed and index apart. */
function smallFastCounter(seed: number, index: number): () => number {
  let [a, b, c, counter] = [seed | 0, index | 0, Math.floor(seed / 2 ** 32) | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** Starts the stream of one index of a seed; no two of them share their numbers. */
export function seededRandom(seed: number, index: number): SeededRandom {
  const next = smallFastCounter(seed, index);
  const below = (bound: number): number => Math.floor((next() / 2 ** 32) * bound);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      // Not `??`: null is something to pick.
      return item === undefined ? items[0] : item;
    },
    happens: (percent) => below(100) < percent,
    uuid: () => {
      const hex = [next(), next(), next(), next()].map((part) => part.toString(16).padStart(8, '0')).join('');
      const variant = (8 + below(4)).toString(16);
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
        hex.slice(20),
      ].join('-');
    },
  };
}
