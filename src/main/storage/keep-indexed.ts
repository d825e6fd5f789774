import type { WritableDb } from '../database/handle.ts';
import { indexSome } from '../database/search-index.ts';
import type { Clock } from '../ports.ts';

/** Records that are indexed in one step: some milliseconds. */
const STEP = 40;
const BETWEEN_STEPS = 15;
/** So long nothing is written before the index follows: a first sync has the main process to itself. */
const QUIET = 500;

/** An open copy, and until when it is. */
export type Indexed = {
  readonly db: WritableDb;
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  readonly signal: AbortSignal;
};

/** The search index of an open copy: it is told when records were written, and ends when the copy is closed. */
export type IndexKeeper = { readonly changed: () => void; readonly ended: Promise<void> };

/** Keeps the search index in line with the records, in short steps while nothing else is written. */
export function keepIndexed({ db, clock, signal }: Indexed): IndexKeeper {
  let changedAt = clock.monotonic();
  let wake = (): void => undefined;
  signal.addEventListener('abort', () => {
    wake();
  });
  const untilChanged = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const follow = async (): Promise<void> => {
    while (!signal.aborted) {
      const rest = changedAt + QUIET - clock.monotonic();
      if (rest > 0) await clock.sleep(rest, signal);
      else if (indexSome(db, STEP) === STEP) await clock.sleep(BETWEEN_STEPS, signal);
      else await untilChanged();
    }
  };
  return {
    changed: () => {
      changedAt = clock.monotonic();
      wake();
    },
    ended: follow(),
  };
}
