import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron/main';
import type { Log } from '../ports.ts';
import { ServiceMessage, type ServiceStart } from './service-message.ts';

const START_WITHIN_MS = 15_000;

/** Where the running sample service is, and the token it wants. */
export type RunningService = { readonly address: string; readonly token: string };

/** The reference service that runs inside the app for the sample. */
export type SampleService = {
  readonly start: () => Promise<RunningService>;
  readonly stop: () => Promise<void>;
  readonly running: () => RunningService | undefined;
};

/** What the sample service needs: its program, the folder of its data, and the log. */
export type SampleServiceOptions = { readonly program: string; readonly folder: string; readonly log: Log };

/** Makes the sample service: a process of its own on a free loopback port. If it dies it is started once more. */
export function createSampleService({ program, folder, log }: SampleServiceOptions): SampleService {
  let process: UtilityProcess | undefined;
  let running: RunningService | undefined;
  let hasRestarted = false;

  const launch = async (start: ServiceStart): Promise<RunningService> => {
    const child = utilityProcess.fork(program, [], { serviceName: 'Key Accounts sample', stdio: 'ignore' });
    process = child;
    child.once('exit', (code) => {
      if (process !== child) return;
      process = undefined;
      log.warn('the sample service ended by itself', { code });
      if (running && !hasRestarted) restart({ ...start, port: Number(new URL(running.address).port) });
    });
    child.postMessage(start);
    const port = await listeningPort(child).catch((error: unknown) => {
      child.kill();
      throw error;
    });
    running = { address: `http://127.0.0.1:${String(port)}`, token: start.token };
    log.info('the sample service listens', { port });
    return running;
  };
  const restart = (start: ServiceStart): void => {
    hasRestarted = true;
    launch(start).catch((error: unknown) => {
      log.error('the sample service could not be started again', { detail: String(error) });
    });
  };

  return {
    running: () => running,
    start: () => {
      if (process && running) return Promise.resolve(running);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      hasRestarted = false;
      return launch({ port: 0, token: randomBytes(24).toString('hex'), file: join(folder, 'service.db') });
    },
    stop: async () => {
      const child = process;
      process = undefined;
      running = undefined;
      if (!child) return;
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await exited;
    },
  };
}

/** Waits for the port that the service says it listens on; fails when it says another thing, ends, or takes too long. */
function listeningPort(child: UtilityProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('The sample service did not start in time.'));
    }, START_WITHIN_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The sample service ended with code ${String(code)} before it listened.`));
    });
    child.once('message', (raw: unknown) => {
      clearTimeout(timer);
      const message = ServiceMessage.safeParse(raw);
      if (message.success) resolve(message.data.port);
      else reject(new Error('The sample service said something that is not a port.'));
    });
  });
}
