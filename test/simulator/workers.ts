import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Job, JobReport } from './job.ts';

/** A simulator in a thread of its own. */
export class SimulatorThread {
  readonly #worker: Worker;

  constructor(file: string) {
    this.#worker = new Worker(file);
  }

  /** Does one job; one at a time. */
  async run(job: Job): Promise<JobReport> {
    this.#worker.postMessage(job);
    const [report] = (await once(this.#worker, 'message')) as [JobReport];
    return report;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Lets several threads take work from one queue until it is empty. */
export async function share<Item>(
  threads: number,
  items: readonly Item[],
  work: (item: Item, thread: number) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const takeAll = async (thread: number): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, thread);
  };
  await Promise.all(Array.from({ length: threads }, (_none, thread) => takeAll(thread)));
}
