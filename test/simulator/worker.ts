// What runs in a worker: the simulator with one engine, built by `bundle.ts`.
import { parentPort } from 'node:worker_threads';
import { doJob } from './do-job.ts';
import type { Job } from './job.ts';

parentPort?.on('message', (job: Job) => {
  void doJob(job).then((report) => {
    parentPort?.postMessage(report);
  });
});
