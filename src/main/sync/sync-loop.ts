import type { RecordId } from '#shared/model/ids.ts';
import type { Progress, SyncStatus, Trigger } from '#shared/model/sync-status.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';
import type { WritableDb } from '../database/handle.ts';
import { listDue } from '../database/outbox.ts';
import { storageFaultOf } from '../database/storage-fault.ts';
import { readState, writeState } from '../database/sync-state.ts';
import type { Ports } from '../ports.ts';
import { backOff } from './back-off.ts';
import { Holds } from './holds.ts';
import { report, type LoopState } from './report.ts';
import type { Remote } from './remote.ts';
import type { RoundContext } from './round-context.ts';
import { runRound } from './run-round.ts';
import { emptyTally } from './tally.ts';

const AFTER_EDIT = 3000;
const AFTER_RESUME = 3000;
const BETWEEN_PROGRESS = 200;

/** What the loop works with; the interval is read before every wait. */
export type SyncLoopOptions = {
  readonly db: WritableDb;
  readonly resource: Resource;
  readonly remote: Remote;
  readonly ports: Ports;
  readonly host: string;
  readonly intervalMinutes: () => number;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onChanged: (ids: readonly RecordId[]) => void;
};

/**
 * Decides when a round runs, never what it does: every interval, soon after an edit, when the network or the laptop
 * comes back, when a person asks, and later each time after a failure. There is one lane: never two rounds at once.
 */
export class SyncLoop {
  readonly #options: SyncLoopOptions;
  readonly #holds: Holds;
  readonly #stopped = new AbortController();
  #round = new AbortController();
  #timer = new AbortController();
  #lane: Promise<unknown> = Promise.resolve();
  #isRunning = false;
  #asked: Trigger | undefined;
  #failures = 0;
  #nextAt: number | undefined;
  #toldProgressAt = 0;
  #state: LoopState;

  constructor(options: SyncLoopOptions) {
    this.#options = options;
    this.#holds = new Holds(options.ports.clock);
    this.#state = {
      host: options.host,
      reached: 'connecting',
      isPulled: false,
      progress: undefined,
      nextRoundAt: undefined,
      failure: undefined,
    };
  }

  /** Runs the first round at once, unless a person works offline by choice. */
  start(): void {
    this.request('start');
  }

  /** Asks for a round: now for a person or a network that came back, a little later after a resume or an edit. */
  request(trigger: Trigger): void {
    if (trigger === 'edit') {
      // After failures the back-off decides, not the next edit.
      if (this.#failures === 0) this.#schedule(AFTER_EDIT, trigger, { isSooner: true });
    } else if (trigger === 'resume') this.#schedule(AFTER_RESUME, trigger, { isSooner: true });
    else void this.#run(trigger);
  }

  /** Holds every request until it is taken back; kept through a restart. */
  workOffline(offline: boolean): void {
    const { db, ports } = this.#options;
    if ((readState(db, 'offline_since') !== undefined) === offline) return;
    writeState(db, 'offline_since', offline ? new Date(ports.clock.now()).toISOString() : undefined);
    if (offline) {
      this.#cancelTimer();
      this.#round.abort();
      this.#tell();
    } else this.request('person');
  }

  /** Says where everything stands now. */
  status(): SyncStatus {
    return report(this.#options.db, this.#options.resource, this.#state);
  }

  /** Tells everybody where everything stands, after a change that was no round's. */
  refresh(): void {
    this.#tell();
  }

  /** Does one piece of work with the service while no round runs; `undefined` when a person works offline. */
  async alone<Answer>(work: (context: RoundContext) => Promise<Answer>): Promise<Answer | undefined> {
    if (this.#isHeld()) return undefined;
    const answer = this.#lane.then(() => work(this.#contextOf(this.#stopped.signal)));
    this.#lane = answer.catch(() => undefined);
    const result = await answer;
    this.#tell();
    return result;
  }

  /** Ends the loop: no new request leaves, the one under way is given up, its transaction is finished. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#cancelTimer();
    this.#round.abort();
    await this.#lane;
  }

  #isHeld(): boolean {
    return this.#stopped.signal.aborted || readState(this.#options.db, 'offline_since') !== undefined;
  }

  async #run(trigger: Trigger): Promise<void> {
    if (this.#stopped.signal.aborted || this.#isHeld()) return;
    if (this.#isRunning) {
      this.#asked = trigger;
      return;
    }
    this.#isRunning = true;
    this.#cancelTimer();
    const round = this.#lane.then(() => this.#runToEnd(trigger));
    this.#lane = round;
    const failure = await round;
    this.#isRunning = false;
    this.#state = { ...this.#state, progress: undefined };
    this.#settle(failure);
  }

  async #runToEnd(trigger: Trigger): Promise<ServiceFailure | undefined> {
    this.#round = new AbortController();
    try {
      const isPulling = !this.#canSkipPull(trigger);
      const { failure, isWhole } = await runRound(this.#contextOf(this.#round.signal), {
        trigger,
        isPulling,
      });
      if (this.#round.signal.aborted) return undefined;
      const isPulled = isPulling ? isWhole : this.#state.isPulled;
      this.#state = { ...this.#state, isPulled, reached: reachedAfter(failure) };
      return failure;
    } catch (error) {
      // A round that met a bug or a full disk ends, says so, and is tried again: nothing of it is half done.
      const fault = storageFaultOf(error);
      const detail = error instanceof Error ? error.message : String(error);
      this.#options.ports.log.error('A round ended unexpectedly.', { detail, fault });
      return { kind: 'local-copy', detail: fault ?? 'unexpected' };
    }
  }

  /**
   * Where there is no delta, an edit need not wait for a whole list: the token of its record guards the write. Only
   * after a pull that came to its end, so that nobody believes more to be known than is.
   */
  #canSkipPull(trigger: Trigger): boolean {
    return trigger === 'edit' && this.#state.isPulled && readState(this.#options.db, 'cursor') === undefined;
  }

  #settle(failure: ServiceFailure | undefined): void {
    const { ports } = this.#options;
    this.#failures = failure ? this.#failures + 1 : 0;
    this.#state = {
      ...this.#state,
      failure: failure && { ...failure, at: new Date(ports.clock.now()).toISOString() },
    };
    const asked = this.#asked;
    this.#asked = undefined;
    if (this.#isHeld()) this.#tell();
    else if (asked) void this.#run(asked);
    else this.#schedule(this.#waitAfter(failure), failure ? 'retry' : 'interval');
  }

  /** How long until the next round, ms. */
  #waitAfter(failure: ServiceFailure | undefined): number {
    const { db, resource, ports, intervalMinutes } = this.#options;
    const interval = intervalMinutes() * 60_000;
    if (failure?.kind === 'signed-out') return interval;
    if (failure) {
      const wait = backOff(this.#failures, ports.random, failure.retryAfter);
      return Math.max(Math.min(wait, interval), failure.retryAfter ?? 0);
    }
    return Math.min(interval, this.#holds.nextAmong(listDue(db, resource)) ?? interval);
  }

  #schedule(wait: number, trigger: Trigger, { isSooner = false } = {}): void {
    if (this.#isHeld()) return;
    const at = this.#options.ports.clock.monotonic() + wait;
    if (this.#isRunning) {
      this.#asked = trigger;
      return;
    }
    if (isSooner && this.#nextAt !== undefined && this.#nextAt <= at) return;
    this.#cancelTimer();
    this.#nextAt = at;
    const nextRoundAt = new Date(this.#options.ports.clock.now() + wait).toISOString();
    this.#state = { ...this.#state, nextRoundAt };
    const { signal } = this.#timer;
    void this.#options.ports.clock.sleep(wait, signal).then(() => {
      if (!signal.aborted) void this.#run(trigger);
    });
    this.#tell();
  }

  #cancelTimer(): void {
    this.#timer.abort();
    this.#timer = new AbortController();
    this.#nextAt = undefined;
    this.#state = { ...this.#state, nextRoundAt: undefined };
  }

  #contextOf(signal: AbortSignal): RoundContext {
    const { db, resource, remote, ports, onChanged } = this.#options;
    const onProgress = (progress: Progress): void => {
      this.#showProgress(progress);
    };
    return {
      db,
      resource,
      remote,
      ports,
      signal,
      tally: emptyTally(),
      holds: this.#holds,
      onProgress,
      onChanged,
    };
  }

  #showProgress(progress: Progress): void {
    this.#state = { ...this.#state, progress };
    const now = this.#options.ports.clock.monotonic();
    if (now - this.#toldProgressAt < BETWEEN_PROGRESS && progress.done > 0) return;
    this.#toldProgressAt = now;
    this.#tell();
  }

  #tell(): void {
    if (this.#stopped.signal.aborted) return;
    this.#options.onStatus(this.status());
  }
}

const UNREACHED: readonly ServiceFailureKind[] = [
  'unreachable',
  'timeout',
  'certificate',
  'redirected',
  'not-the-service',
];

/** What the end of a round says of the connection. */
function reachedAfter(failure: ServiceFailure | undefined): LoopState['reached'] {
  if (failure?.kind === 'signed-out') return 'signed-out';
  return failure && UNREACHED.includes(failure.kind) ? 'no-connection' : 'connected';
}
