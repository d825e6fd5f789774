/** A stream of numbers that is the same for the same seed and index; no two of them share their numbers. */
export class SeededRandom {
  // The "small fast counter" of Chris Doty-Humphrey: its 128 bits of state hold seed and index apart.
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, index: number) {
    this.#a = seed | 0;
    this.#b = index | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  /** A whole number from 0 and below the bound, at most 2^32. */
  below(bound: number): number {
    return Math.floor((this.#next() / 2 ** 32) * bound);
  }

  /** One of a list, each as likely as the others. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    const item = items[this.below(items.length)];
    // Not `??`: null is something to pick.
    return item === undefined ? items[0] : item;
  }

  /** Whether something that happens so many times in a hundred happens now. */
  happens(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** A UUID of version 4. */
  uuid(): string {
    const hex = this.#hex() + this.#hex() + this.#hex() + this.#hex();
    const variant = (8 + this.below(4)).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  #hex(): string {
    return this.#next().toString(16).padStart(8, '0');
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
