import type { Trigger } from '#shared/model/sync-status.ts';
import type { Clock } from '../ports.ts';

/** Wakes the loop for its next round; there is never more than one round planned. */
export class RoundTimer {
  readonly #clock: Clock;
  readonly #onDue: (trigger: Trigger) => void;
  #sleep = new AbortController();
  #due: { readonly monotonic: number; readonly shown: string } | undefined;

  constructor(clock: Clock, onDue: (trigger: Trigger) => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** When the planned round starts by this laptop's clock, ISO 8601; `undefined` when none is planned. */
  get shown(): string | undefined {
    return this.#due?.shown;
  }

  /** Whether a round is planned that starts within so many milliseconds. */
  isDueWithin(wait: number): boolean {
    return this.#due !== undefined && this.#due.monotonic <= this.#clock.monotonic() + wait;
  }

  /** Plans a round in so many milliseconds, in place of the one that was planned. */
  set(wait: number, trigger: Trigger): void {
    this.cancel();
    this.#due = {
      monotonic: this.#clock.monotonic() + wait,
      shown: new Date(this.#clock.now() + wait).toISOString(),
    };
    const { signal } = this.#sleep;
    void this.#clock.sleep(wait, signal).then(() => {
      if (!signal.aborted) this.#onDue(trigger);
    });
  }

  /** Plans nothing. */
  cancel(): void {
    this.#sleep.abort();
    this.#sleep = new AbortController();
    this.#due = undefined;
  }
}
