import type { Clock } from '../../src/main/ports.ts';

type Sleeper = { readonly until: number; readonly wake: () => void };

/** The first moment of every world, ms since 1970. */
export const START = Date.parse('2030-01-07T08:00:00.000Z');

/** The clock of one laptop: its hands may be set anywhere, its monotonic side only runs on. */
export class LaptopClock implements Clock {
  #elapsed = 0;
  /** How wrong the hands are, ms. */
  offset = 0;
  readonly #sleepers = new Set<Sleeper>();

  readonly now = (): number => START + this.#elapsed + this.offset;

  readonly monotonic = (): number => this.#elapsed;

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted || ms <= 0) {
        resolve();
        return;
      }
      const sleeper = { until: this.#elapsed + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', () => {
        this.#sleepers.delete(sleeper);
        resolve();
      });
    });

  /** Lets time pass, and wakes everybody whose time has come. */
  pass(ms: number): void {
    this.#elapsed += ms;
    for (const sleeper of [...this.#sleepers].sort((a, b) => a.until - b.until)) {
      if (sleeper.until > this.#elapsed) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
  }

  /** Forgets who sleeps: the process is dead. */
  forget(): void {
    this.#sleepers.clear();
  }
}
