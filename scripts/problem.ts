import { constants } from 'node:os';

/** A bad state that a person can do something about; its message says what, where and what to do now. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** Somebody ended the command with a signal while it waited for a child. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}

/** Says in one line why an unknown thrown value was thrown. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${message}${cause}`.replaceAll(/\s*\n\s*/g, ' ');
}

/** Runs a command's body and ends the process with its exit code; a failure becomes one line and exit code 1. */
export async function runCommand(name: string, body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    process.exitCode = error instanceof Stopped ? 128 + constants.signals[error.signal] : 1;
    const isExpected = error instanceof Problem || error instanceof Stopped;
    const hint = isExpected ? '' : ' (unexpected; DEBUG=1 shows where)';
    process.stderr.write(`${name}: ${reasonOf(error)}${hint}\n`);
    if (process.env.DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  }
}
