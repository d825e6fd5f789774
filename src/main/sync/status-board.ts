// Step 6 of docs/sync.md: Report, to everybody who shows it.
import type { Progress, Stuck, SyncStatus } from '#shared/model/sync-status.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import type { ReadableDb } from '../database/handle.ts';
import type { Clock } from '../ports.ts';
import type { KeptResource } from './served-resource.ts';
import { report, type LoopState } from './report.ts';
import { slowRecord, stuckRecord } from './stuck.ts';
import type { UnderWay } from './watched-remote.ts';

const BETWEEN_PROGRESS = 200;

/** That many intervals a record may be tried in before a person is told. */
const MOST_INTERVALS = 2;

/** What the board is made of; `nextRoundAt` and the interval (ms) are read whenever it is told. */
export type StatusBoardOptions = {
  readonly db: ReadableDb;
  readonly resources: readonly Pick<KeptResource, 'resource' | 'holds'>[];
  readonly clock: Clock;
  readonly host: string;
  readonly interval: () => number;
  readonly nextRoundAt: () => string | undefined;
  readonly onStatus: (status: SyncStatus) => void;
};

/** What the running loop knows and puts on the board. */
type Known = Pick<LoopState, 'reached' | 'isPulled' | 'progress' | 'failure'>;

/** Keeps what only the running loop knows, and tells where everything stands. */
export class StatusBoard {
  readonly #options: StatusBoardOptions;
  #toldProgressAt = 0;
  #slow: UnderWay | undefined;
  #known: Known = { reached: 'connecting', isPulled: false, progress: undefined, failure: undefined };

  constructor(options: StatusBoardOptions) {
    this.#options = options;
  }

  /** Whether the last pull saw everything that the service has. */
  get isPulled(): boolean {
    return this.#known.isPulled;
  }

  /** Puts something on the board; it is told when the loop says so. */
  put(known: Partial<Known>): void {
    this.#known = { ...this.#known, ...known };
  }

  /** Tells how far a round is, a few times a second at most. */
  showProgress(progress: Progress): void {
    this.put({ progress });
    const now = this.#options.clock.monotonic();
    if (now - this.#toldProgressAt < BETWEEN_PROGRESS && progress.done > 0) return;
    this.#toldProgressAt = now;
    this.tell();
  }

  /** Tells that a request takes long, or with `undefined` that it is over. */
  showSlow(request: UnderWay | undefined): void {
    this.#slow = request;
    this.tell();
  }

  /** Says where everything stands now. */
  status(): SyncStatus {
    const { db, host, nextRoundAt } = this.#options;
    const resources = this.#options.resources.map(({ resource }) => resource);
    return report(db, resources, {
      ...this.#known,
      host,
      stuck: this.#stuck(),
      nextRoundAt: nextRoundAt(),
    });
  }

  #stuck(): Stuck | undefined {
    const { db, resources, interval } = this.#options;
    const { id } = this.#slow ?? {};
    const slow = id === undefined ? undefined : slowRecord(db, resourceOf(id), id);
    if (slow) return slow;
    const limit = MOST_INTERVALS * interval();
    return resources
      .map(({ resource, holds }) => stuckRecord(db, resource, { holds, limit }))
      .find((stuck) => stuck !== undefined);
  }

  /** Tells everybody. */
  tell(): void {
    this.#options.onStatus(this.status());
  }
}
