import type { Clock } from '../ports.ts';
import type { Checkpointer } from './checkpointer.ts';

/** What was written in so long goes into the file at once, ms. */
const GATHERED = 50;

/** Pages that the log may have before a long work waits for the file to have them, too; SQLite then begins it anew. */
const LONG_LOG = 3000;

/** Another program that reads the file, as a back-up does, keeps the log long: a long work waits so many times for it. */
const MOST_WAITS = 40;

/** The checkpoints of an open copy: they are told when something was written, and end when the copy is closed. */
export type CheckpointKeeper = {
  readonly changed: () => void;
  /** Resolves at once while the log is short, else when the file has all of it or cannot have it soon. Never fails. */
  readonly room: () => Promise<void>;
  readonly ended: Promise<void>;
};

type Tools = { readonly clock: Pick<Clock, 'sleep'>; readonly signal: AbortSignal };

/**
 * Keeps the log of an open copy short without a stop of the main process. When this fails, SQLite does it there, where
 * `wal_autocheckpoint` says.
 */
export function keepCheckpointed(checkpointer: Checkpointer, { clock, signal }: Tools): CheckpointKeeper {
  let hasChanged = false;
  let wake = (): void => undefined;
  let room = Promise.resolve();
  signal.addEventListener('abort', () => {
    wake();
  });
  const isOpen = (): boolean => !signal.aborted;
  const rest = (): Promise<void> => clock.sleep(GATHERED, signal);
  const untilChanged = async (): Promise<void> => {
    if (hasChanged || !isOpen()) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  };
  const catchUp = async (): Promise<void> => {
    let { log, checkpointed } = await checkpointer.run();
    for (let waits = 0; checkpointed < log && waits < MOST_WAITS && isOpen(); waits += 1) {
      await rest();
      ({ log, checkpointed } = await checkpointer.run());
    }
  };
  const writeOut = async (): Promise<void> => {
    hasChanged = false;
    const { log } = await checkpointer.run();
    if (log <= LONG_LOG) return;
    const caughtUp = catchUp();
    room = caughtUp.catch(() => undefined);
    await caughtUp;
  };
  const follow = async (): Promise<void> => {
    while (isOpen()) {
      await untilChanged();
      await rest();
      if (isOpen()) await writeOut();
    }
  };
  return {
    changed: () => {
      hasChanged = true;
      wake();
    },
    room: () => room,
    ended: follow().finally(checkpointer.close),
  };
}
