import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LISTENS = /listens on (http:\/\/127\.0\.0\.1:\d+)/;

/** The reference service in a process of its own, as `npm run service` runs it. */
export type ServiceProcess = { readonly address: string; readonly stop: () => Promise<void> };

/** Starts the service with the flags of its command line and resolves when it listens. */
export async function startServiceProcess(flags: readonly string[]): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/service/cli.ts', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    address: await addressOf(child),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`The service ended with ${String(code)} before it listened.`));
    });
    if (!child.stdout) throw new Error('The service has no output to read.');
    // The log is read to its end, so that a full pipe never stops the service.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = LISTENS.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
