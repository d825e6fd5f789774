import type { RecordId } from '#shared/model/ids.ts';
import type { Stuck } from '#shared/model/sync-status.ts';
import type { Clock } from '../ports.ts';

/** How long a record waits for the next pull before it is looked at again, ms. */
const UNTIL_PULLED = 30_000;

/** Longer than it takes to find out what became of a request that was given up, ms, but for the next pull. */
const LONGEST_SETTLING = 5 * 60_000;

/** That many tries in a row are no accident. */
const MANY = 3;

/** Why a record waits: nothing is wrong, others write it all the time, or the service has trouble with it. */
export type HoldReason = 'settling' | Exclude<Stuck['why'], 'no-answer'>;

type Held = {
  readonly tries: number;
  readonly since: number;
  readonly until: number;
  readonly why: HoldReason;
};

/**
 * The records that wait before they are tried again. Kept by the monotonic clock and only while the app runs: a wrong
 * laptop clock holds nothing back, and a restart tries everything again.
 */
export class Holds {
  readonly #clock: Clock;
  readonly #held = new Map<RecordId, Held>();
  readonly #settling = new Map<RecordId, number>();
  #pulledSince: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * How long until everything is known of a request that was given up, ms: `window` must pass, in which it may still be
   * under way, and then a pull must begin and see everything that the service has.
   */
  settling(id: RecordId, window: number): number {
    const now = this.#clock.monotonic();
    const end = this.#settling.get(id) ?? now + window;
    this.#settling.set(id, end);
    if (now < end) return end - now;
    return this.#pulledSince !== undefined && this.#pulledSince >= end ? 0 : UNTIL_PULLED;
  }

  /** Lets the wait begin anew: another request was sent for the record. */
  unsettle(id: RecordId): void {
    this.#settling.delete(id);
  }

  /** Notes that a pull which began at a monotonic time has seen everything that the service has. */
  notePull(began: number): void {
    this.#pulledSince = began;
  }

  /** Whether a pull has seen everything since the app started. */
  get hasPulled(): boolean {
    return this.#pulledSince !== undefined;
  }

  /** How often in a row a record has been held. */
  triesOf(id: RecordId): number {
    return this.#held.get(id)?.tries ?? 0;
  }

  /** Why a record has been tried many times for at least so many milliseconds, or `undefined` when it has not. */
  troubleOf(id: RecordId, limit: number): Exclude<HoldReason, 'settling'> | undefined {
    const held = this.#held.get(id);
    if (!held || held.tries < MANY) return undefined;
    const waited = this.#clock.monotonic() - held.since;
    // What has not settled for so long never may: a service without a clock, or one that never shows all it has.
    if (held.why === 'settling') return waited >= limit + LONGEST_SETTLING ? 'failing' : undefined;
    return waited >= limit ? held.why : undefined;
  }

  /** Lets a record wait, in milliseconds from now. */
  hold(id: RecordId, wait: number, why: HoldReason): void {
    const now = this.#clock.monotonic();
    const since = this.#held.get(id)?.since ?? now;
    this.#held.set(id, { tries: this.triesOf(id) + 1, since, until: now + wait, why });
  }

  /** Forgets that a record waited. */
  release(id: RecordId): void {
    this.#held.delete(id);
  }

  isHeld(id: RecordId): boolean {
    const held = this.#held.get(id);
    return held !== undefined && held.until > this.#clock.monotonic();
  }

  /** How long until the first of some records may be tried, ms; `undefined` when there are none. */
  nextAmong(ids: readonly RecordId[]): number | undefined {
    const now = this.#clock.monotonic();
    const waits = ids.map((id) => Math.max((this.#held.get(id)?.until ?? now) - now, 0));
    return waits.length > 0 ? Math.min(...waits) : undefined;
  }
}
