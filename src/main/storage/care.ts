import type { WritableDb } from '../database/handle.ts';
import type { Clock, Log } from '../ports.ts';
import type { BackUps } from './back-ups.ts';
import type { Checkpointer } from './checkpointer.ts';
import { keepBackedUp } from './keep-backed-up.ts';
import { keepCheckpointed, type CheckpointKeeper } from './keep-checkpointed.ts';
import { keepIndexed, type IndexKeeper } from './keep-indexed.ts';
import type { StorageWork } from './storage-work.ts';

/** So long the app has to itself before the pages of a copy are looked at that was opened without it, ms. */
const AFTER_START = 5000;

type Tools = {
  readonly file: string;
  readonly backUps: BackUps;
  readonly work: Pick<StorageWork, 'check'>;
  readonly checkpointer: Checkpointer;
  readonly clock: Clock;
  readonly log: Log;
};

/** Everything that is done beside the work for a copy as long as it is open; what fails of it is logged, and missed. */
export class Care {
  readonly #tools: Tools;
  readonly #closing = new AbortController();
  readonly #kept: Promise<void>[] = [];
  readonly #checkpoints: CheckpointKeeper;
  #index: IndexKeeper | undefined;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#checkpoints = keepCheckpointed(tools.checkpointer, this.#times);
    this.#keep('The log is written into the file by the main process itself now.', this.#checkpoints.ended);
  }

  get #times(): { readonly clock: Clock; readonly signal: AbortSignal } {
    return { clock: this.#tools.clock, signal: this.#closing.signal };
  }

  /** Backs the copy up and keeps its index, now that it is open. */
  begin(db: WritableDb): void {
    const { file, backUps } = this.#tools;
    this.#index = keepIndexed({ db, ...this.#times });
    this.#keep('The search index does not follow any more.', this.#index.ended);
    this.#keep('The copy is not backed up any more.', keepBackedUp(file, { db, backUps, ...this.#times }));
  }

  /** Has every page looked at once, soon after the start and beside the main process. */
  checkSoon(onDamaged: () => void): void {
    const { file, work, clock, log } = this.#tools;
    const { signal } = this.#closing;
    const check = async (): Promise<void> => {
      await clock.sleep(AFTER_START, signal);
      const isSound = signal.aborted || (await work.check({ file }));
      if (isSound) return;
      log.error('The open copy is damaged.', {});
      onDamaged();
    };
    this.#keep('Nobody looked at the pages of the copy.', check());
  }

  /** Hears that something was written. */
  readonly written = (): void => {
    this.#index?.changed();
    this.#checkpoints.changed();
  };

  /** Between two pieces of a long work: gives the window its turn and the disk its time. */
  readonly pause = async (): Promise<void> => {
    const { clock, signal } = this.#times;
    await clock.sleep(0, signal);
    await this.#checkpoints.room();
  };

  /** Ends all of it; the file is let go of when this resolves. */
  async end(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#kept);
  }

  #keep(missed: string, work: Promise<void>): void {
    const { log } = this.#tools;
    this.#kept.push(
      work.catch((error: unknown) => {
        log.error(missed, { detail: String(error) });
      }),
    );
  }
}
