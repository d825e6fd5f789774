import type { RecordId } from '#shared/model/ids.ts';
import type { Progress, SyncStatus, Trigger } from '#shared/model/sync-status.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import type { WritableDb } from '../database/handle.ts';
import { listDue } from '../database/outbox.ts';
import { storageFaultOf } from '../database/storage-fault.ts';
import { readResourceState, readState, writeState } from '../database/sync-state.ts';
import type { Ports } from '../ports.ts';
import { backOff } from './back-off.ts';
import { probeOnce } from './probe.ts';
import type { RoundContext } from './round-context.ts';
import { reachedAfter } from './reached.ts';
import { RoundTimer } from './round-timer.ts';
import { runRound, type RoundEnd } from './run-round.ts';
import { keepAll, type KeptResource, type OneOrMore, type ServedResource } from './served-resource.ts';
import { StatusBoard } from './status-board.ts';
import { emptyTally } from './tally.ts';

const AFTER_EDIT = 3000;
const AFTER_RESUME = 3000;

/** What a round met. */
type Met = Pick<RoundEnd, 'failure' | 'hindrance'>;

/** What the loop works with; the interval is read before every wait. */
export type SyncLoopOptions = {
  readonly db: WritableDb;
  /** In the order in which a round looks at them. */
  readonly resources: OneOrMore<ServedResource>;
  readonly ports: Ports;
  readonly host: string;
  readonly intervalMinutes: () => number;
  readonly pause: RoundContext['pause'];
  readonly onStatus: (status: SyncStatus) => void;
  readonly onChanged: (ids: readonly RecordId[]) => void;
};

/**
 * Decides when a round runs, never what it does: every interval, soon after an edit, when the network or the laptop
 * comes back, when a person asks, and later each time after a failure. There is one lane: never two rounds at once.
 */
export class SyncLoop {
  readonly #options: SyncLoopOptions;
  readonly #timer: RoundTimer;
  readonly #board: StatusBoard;
  readonly #resources: OneOrMore<KeptResource>;
  readonly #stopped = new AbortController();
  /** Ends whatever is under way or waits its turn, when a person goes offline or the app closes. */
  #work = new AbortController();
  #lane: Promise<unknown> = Promise.resolve();
  #isRunning = false;
  #asked: Trigger | undefined;
  #failures = 0;
  #pullDueAt = 0;

  constructor(options: SyncLoopOptions) {
    this.#options = options;
    this.#timer = new RoundTimer(options.ports.clock, (trigger) => void this.#run(trigger));
    this.#resources = keepAll(options.resources, options.ports.clock, (request) => {
      if (!this.#stopped.signal.aborted) this.#board.showSlow(request);
    });
    this.#board = new StatusBoard({
      ...options,
      resources: this.#resources,
      clock: options.ports.clock,
      interval: () => this.#interval(),
      nextRoundAt: () => this.#timer.shown,
    });
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
      this.#timer.cancel();
      this.#work.abort();
      this.#tell();
    } else {
      this.#work = new AbortController();
      this.request('person');
    }
  }

  /** Says where everything stands now. */
  status(): SyncStatus {
    return this.#board.status();
  }

  /** Tells everybody where everything stands, after a change that was no round's. */
  refresh(): void {
    this.#tell();
  }

  /**
   * Does one piece of work on a resource with the service while no round runs, and lets a round see soon to what it
   * left; `undefined` when a person works offline, also when they chose so while it waited its turn.
   */
  async betweenRounds<Answer>(
    resource: Resource,
    work: (context: RoundContext) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { signal } = this.#work;
    const answer = this.#lane.then(() =>
      signal.aborted || this.#isHeld() ? undefined : work(this.#contextFor(resource, signal)),
    );
    this.#lane = answer.catch(() => undefined);
    const result = await answer;
    this.#tell();
    this.request('edit');
    return result;
  }

  /** Ends the loop: no new request leaves, the one under way is given up, its transaction is finished. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#timer.cancel();
    this.#work.abort();
    await this.#lane;
  }

  #isHeld(): boolean {
    return this.#stopped.signal.aborted || readState(this.#options.db, 'offline_since') !== undefined;
  }

  async #run(trigger: Trigger): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    try {
      await this.#takeTurn(trigger);
    } catch (error) {
      this.#survive(error);
    }
  }

  async #takeTurn(trigger: Trigger): Promise<void> {
    if (this.#isHeld()) return;
    if (this.#isRunning) {
      this.#ask(trigger);
      return;
    }
    this.#isRunning = true;
    this.#timer.cancel();
    const { signal } = this.#work;
    const round = this.#lane.then(() => (signal.aborted ? undefined : this.#runToEnd(trigger, signal)));
    this.#lane = round.catch(() => undefined);
    const end = await round;
    this.#endTurn();
    this.#settle(end);
  }

  #endTurn(): void {
    this.#isRunning = false;
    this.#board.put({ progress: undefined });
  }

  /** Remembers that another round is wanted after this one; a person's word is never forgotten for a lesser reason. */
  #ask(trigger: Trigger): void {
    if (this.#asked !== 'person') this.#asked = trigger;
  }

  async #runToEnd(trigger: Trigger, signal: AbortSignal): Promise<Met | undefined> {
    const contexts = this.#contextsOf(signal);
    const [first] = contexts;
    const isPulling = (resource: Resource): boolean => !this.#canSkipPull(resource, trigger);
    const isPullingAll = contexts.every(({ resource }) => isPulling(resource));
    await probeOnce(first);
    const { failure, isWhole, hindrance } = await runRound(contexts, { trigger, isPulling });
    if (signal.aborted) return undefined;
    if (isPullingAll) this.#pullDueAt = this.#options.ports.clock.monotonic() + this.#interval();
    this.#board.put({ isPulled: isWhole, reached: reachedAfter(failure) });
    return { failure, hindrance };
  }

  /**
   * A round that met a bug or a file that cannot be written ends, says so, and is tried again: nothing of it is half
   * done. What follows must not need the file.
   */
  #survive(error: unknown): void {
    const { ports } = this.#options;
    if (this.#stopped.signal.aborted) return;
    const fault = storageFaultOf(error);
    const detail = error instanceof Error ? error.message : String(error);
    ports.log.error('A round ended unexpectedly.', { detail, fault });
    this.#endTurn();
    this.#failures += 1;
    const at = new Date(ports.clock.now()).toISOString();
    const failure = { kind: 'local-copy' as const, detail: fault ?? 'unexpected', at };
    this.#board.put({ isPulled: false, failure });
    this.#timer.set(backOff(this.#failures, ports.random), 'retry');
    this.#tell();
  }

  /**
   * Where there is no delta, an edit need not wait for a whole list: the token of its record guards the write. Only
   * after a pull that came to its end, so that nobody believes more to be known than is.
   */
  #canSkipPull(resource: Resource, trigger: Trigger): boolean {
    const { db } = this.#options;
    return (
      trigger === 'edit' && this.#board.isPulled && readResourceState(db, resource, 'cursor') === undefined
    );
  }

  #settle({ failure, hindrance }: Partial<Met> = {}): void {
    const { ports } = this.#options;
    this.#failures = hindrance ? this.#failures + 1 : 0;
    this.#board.put({ failure: failure && { ...failure, at: new Date(ports.clock.now()).toISOString() } });
    const asked = this.#asked;
    this.#asked = undefined;
    if (this.#isHeld()) this.#tell();
    // After a failure only a person or a network that came back asks again before the back-off does.
    else if (asked && (!hindrance || asked === 'person' || asked === 'reconnect')) void this.#run(asked);
    else if (hindrance) this.#schedule(this.#waitAfter(hindrance), 'retry');
    else this.#scheduleNext();
  }

  #interval(): number {
    return this.#options.intervalMinutes() * 60_000;
  }

  /** How long until the next round after a failure, ms. */
  #waitAfter(failure: ServiceFailure): number {
    if (failure.kind === 'signed-out') return this.#interval();
    const wait = backOff(this.#failures, this.#options.ports.random, failure.retryAfter);
    return Math.max(Math.min(wait, this.#interval()), failure.retryAfter ?? 0);
  }

  /** Plans the next look at the service, or before it the next try of what waits. */
  #scheduleNext(): void {
    const { db, ports } = this.#options;
    const untilPull = Math.max(this.#pullDueAt - ports.clock.monotonic(), 0);
    const waits = this.#resources.flatMap(
      ({ resource, holds }) => holds.nextAmong(listDue(db, resource)) ?? [],
    );
    const untilTry = Math.min(...waits);
    if (untilTry < untilPull) this.#schedule(untilTry, 'edit');
    else this.#schedule(untilPull, 'interval');
  }

  #schedule(wait: number, trigger: Trigger, { isSooner = false } = {}): void {
    if (this.#isHeld()) return;
    if (this.#isRunning) {
      this.#ask(trigger);
      return;
    }
    if (isSooner && this.#timer.isDueWithin(wait)) return;
    this.#timer.set(wait, trigger);
    this.#tell();
  }

  #contextFor(resource: Resource, signal: AbortSignal): RoundContext {
    const contexts = this.#contextsOf(signal);
    return contexts.find((context) => context.resource === resource) ?? contexts[0];
  }

  #contextsOf(signal: AbortSignal): OneOrMore<RoundContext> {
    const { db, ports, pause, onChanged } = this.#options;
    const shared = {
      db,
      ports,
      signal,
      tally: emptyTally(),
      pause,
      onProgress: (progress: Progress): void => {
        if (!this.#stopped.signal.aborted) this.#board.showProgress(progress);
      },
      onChanged,
    };
    const [first, ...others] = this.#resources;
    return [{ ...shared, ...first }, ...others.map((kept) => ({ ...shared, ...kept }))];
  }

  #tell(): void {
    if (!this.#stopped.signal.aborted) this.#board.tell();
  }
}
