/** A service's clock that stands still until a test moves it on. */
export class ServiceClock {
  #now: number;

  constructor(start = Date.parse('2030-01-07T08:00:00.000Z')) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  /** Moves the clock on by some milliseconds, or back by a negative number. */
  pass(ms: number): void {
    this.#now += ms;
  }
}
