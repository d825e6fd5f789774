// What runs in a worker: the simulator with one engine, built by `bundle.ts`.
import { parentPort } from 'node:worker_threads';
import { doJob } from './do-job.ts';
import type { Job } from './job.ts';

// The engine ends each of its deadlines with an error that nobody reads: where it was made is not worth finding out.
Error.stackTraceLimit = 3;

parentPort?.on('message', (job: Job) => {
  void doJob(job).then((report) => {
    parentPort?.postMessage(report);
  });
});
