import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** How the log of a copy stood after a run: pages in it, and how many of them the file has, too. */
export type LogLength = { readonly log: number; readonly checkpointed: number };

const Done = z.object({ log: z.int(), checkpointed: z.int() });

/** Moves what was committed from the log of one copy into its file, beside the main process. */
export type Checkpointer = {
  /** Moves what is there, as far as other connections let it; never two runs at once. A failure ends it for good. */
  readonly run: () => Promise<LogLength>;
  /** Lets go of the file. */
  readonly close: () => Promise<void>;
};

/** Makes the checkpointer of a copy out of `program`, a thread that begins with the first run and ends with `close`. */
export function checkpointThread(program: string, file: string): Checkpointer {
  let thread: { readonly worker: Worker; readonly ended: Promise<never> } | undefined;
  return {
    run: async () => {
      thread ??= begin(program, file);
      const { worker, ended } = thread;
      const answered = new Promise((resolve) => {
        worker.once('message', resolve);
      });
      worker.postMessage('checkpoint');
      return Done.parse(await Promise.race([answered, ended]));
    },
    close: async () => {
      thread?.worker.postMessage('close');
      await thread?.ended.catch(() => undefined);
    },
  };
}

function begin(program: string, file: string): { worker: Worker; ended: Promise<never> } {
  const worker = new Worker(program, { workerData: file, name: 'Key Accounts checkpoints' });
  const ended = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('The thread that writes the log into the file has ended.'));
    });
  });
  // Whoever waits for a run hears of it; at other times nobody may wait.
  ended.catch(() => undefined);
  return { worker, ended };
}
