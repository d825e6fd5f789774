import type { Clock } from '../../src/main/ports.ts';

type Sleeper = { readonly until: number; readonly wake: () => void };

/** A laptop's clock that stands still until a test moves it on, and wakes whoever sleeps on it in order. */
export class VirtualClock implements Clock {
  #elapsed = 0;
  readonly #sleepers = new Set<Sleeper>();

  readonly now = (): number => Date.parse('2030-01-07T09:00:00.000Z') + this.#elapsed;

  readonly monotonic = (): number => this.#elapsed;

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted || ms <= 0) {
        resolve();
        return;
      }
      const wake = (): void => {
        this.#sleepers.delete(sleeper);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { until: this.#elapsed + ms, wake };
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', wake);
    });

  /** How many milliseconds until the next sleeper wakes; `undefined` when nobody sleeps. */
  get next(): number | undefined {
    const waits = [...this.#sleepers].map(({ until }) => until - this.#elapsed);
    return waits.length > 0 ? Math.min(...waits) : undefined;
  }

  /** Moves the clock on by some milliseconds and wakes everybody whose time has come. */
  pass(ms: number): void {
    this.#elapsed += ms;
    for (const sleeper of [...this.#sleepers].sort((a, b) => a.until - b.until)) {
      if (sleeper.until <= this.#elapsed) sleeper.wake();
    }
  }
}
