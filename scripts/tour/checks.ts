/** Says each thing that was checked, and remembers what was wrong. */
export class Checks {
  #wrong = 0;
  #made = 0;

  get made(): number {
    return this.#made;
  }

  get wrong(): number {
    return this.#wrong;
  }

  /** Compares what is with what has to be, both as JSON. */
  equal(what: string, seen: unknown, expected: unknown): void {
    this.#made += 1;
    const isRight = JSON.stringify(seen) === JSON.stringify(expected);
    if (!isRight) this.#wrong += 1;
    const difference = isRight ? '' : `: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(seen)}`;
    console.log(`${isRight ? '✓' : '✗'} ${what}${difference}`);
  }
}
