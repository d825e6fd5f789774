import { randomBytes } from 'node:crypto';
import { readCommandLine } from './command-line.ts';
import type { Command } from './command-line.ts';
import { startService } from './start-service.ts';
import type { RunningService } from './start-service.ts';
import { UnusableStore } from './store/open-store.ts';

const MISUSED = 2;

function giveUp(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(MISUSED);
}

/** Enough of a token to recognise it by, too little to use it. */
const hint = (token: string): string => (token.length < 12 ? 'as given' : `…${token.slice(-4)}`);

/** Says in one line why the service cannot start as asked; `undefined` when the person cannot put it right. */
function explain(error: unknown, { port, db = '' }: Command): string | undefined {
  if (error instanceof UnusableStore) return `--db ${db} cannot be used: ${error.message}.`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `--port ${String(port)} is in use by another program.`;
  if (code === 'EACCES') return `--port ${String(port)} is not for this user to take.`;
  return undefined;
}

async function start(command: Command): Promise<RunningService> {
  const { token: given, ...options } = command;
  const made = randomBytes(24).toString('base64url');
  const [first = made, ...others] = given;
  const log = { write: (line: string): void => void process.stdout.write(line) };
  try {
    const service = await startService({ ...options, tokens: [first, ...others], log });
    const token = given.length === 0 ? made : given.map(hint).join(', ');
    process.stdout.write(
      `Key Accounts service (${command.mode}) listens on ${service.address}, token ${token}\n`,
    );
    return service;
  } catch (error) {
    const line = explain(error, command);
    if (line === undefined) throw error;
    return giveUp(line);
  }
}

function stopOnSignal(service: RunningService): void {
  let stopping = false;
  const stop = (): void => {
    // A second signal is from somebody who does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    void service.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function run(): Promise<void> {
  const command = readCommandLine(process.argv.slice(2));
  stopOnSignal(await start(command.ok ? command.value : giveUp(command.failure)));
}

void run();
