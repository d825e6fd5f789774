/** Chance that is the same for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed, 2654435761) >>> 0;
  }

  /** A number from 0 up to 1 (mulberry32). */
  readonly roll = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  below(end: number): number {
    return Math.floor(this.roll() * end);
  }

  pick<Item>(from: readonly Item[]): Item {
    return from[this.below(from.length)] as Item;
  }
}

/** One of several things, and how much of the whole its chance is. */
export type Share<Item> = readonly [share: number, item: Item];

/** Chooses one of several things; the last one takes what is left of the whole. */
export function choose<Item>(dice: Dice, shares: readonly [...Share<Item>[], Share<Item>]): Item {
  let left = dice.roll();
  for (const [share, item] of shares) if ((left -= share) < 0) return item;
  return dice.pick(shares.slice(-1))[1];
}
