import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { Problem, reasonOf, Stopped } from '../problem.ts';
import { watchForOrphaning } from './orphan-watch.ts';

const FORWARDED: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const ECHO_MS = 500;
const isWindows = process.platform === 'win32';

interface Forwarding {
  readonly first: () => NodeJS.Signals | undefined;
  readonly end: () => void;
}

/** A command, its arguments, and where and with which environment it runs. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** How a command ended: its exit code (128 + number for a signal) and what it wrote, when that was collected. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command on this terminal, passes signals on to it or to all it started, and gives its exit code. */
export async function runChild(command: Command, receiver: 'leader' | 'group' = 'leader'): Promise<number> {
  const child = start(command, 'inherit');
  const forwarding = forwardSignals((signal) => {
    if (receiver === 'group') killGroup(child, signal);
    else child.kill(signal);
  });
  try {
    return await exitCodeOf(child);
  } finally {
    forwarding.end();
  }
}

/** Runs a command without a terminal and collects what it writes; a signal ends it, all it started, and this command. */
export async function collect(command: Command): Promise<Outcome> {
  const child = start(command, ['ignore', 'pipe', 'pipe']);
  const forwarding = forwardSignals((signal) => {
    killGroup(child, signal);
  });
  try {
    const [code, stdout, stderr] = await Promise.all([
      exitCodeOf(child),
      text(child.stdout),
      text(child.stderr),
    ]);
    const signal = forwarding.first();
    if (signal !== undefined) throw new Stopped(signal);
    return { code, stdout, stderr };
  } finally {
    forwarding.end();
  }
}

function start(command: Command, stdio: StdioOptions): ChildProcess {
  return spawn(command.file, command.args, {
    stdio,
    cwd: command.cwd,
    env: command.env ?? process.env,
    // The names in node_modules/.bin are batch files on Windows, which only its shell runs.
    shell: isWindows && !path.isAbsolute(command.file),
    // A group of its own: Ctrl-C then reaches the child once, from here, and not a second time from the terminal.
    // Electron and Playwright take a second SIGINT as "die at once".
    detached: !isWindows,
  });
}

async function text(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: string[] = [];
  stream?.setEncoding('utf8');
  for await (const chunk of stream ?? []) chunks.push(String(chunk));
  return chunks.join('');
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    child.once('error', (error) => {
      reject(new Problem(`cannot run ${child.spawnfile}: ${reasonOf(error)}`));
    });
    child.once('close', (code, signal) => {
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}

function forwardSignals(send: (signal: NodeJS.Signals) => void): Forwarding {
  const seen = new Map<NodeJS.Signals, number>();
  const forward = (signal: NodeJS.Signals): void => {
    const now = Date.now();
    // npm, tsx and the terminal each pass the same Ctrl-C on; the child must see it once.
    if (now - (seen.get(signal) ?? 0) < ECHO_MS) return;
    seen.set(signal, now);
    send(signal);
  };
  // Whoever started this was killed outright; that must not leave the child behind.
  const unwatch = watchForOrphaning(() => {
    forward('SIGTERM');
  });
  for (const signal of FORWARDED) process.on(signal, forward);
  return {
    first: () => seen.keys().next().value,
    end: () => {
      unwatch();
      for (const signal of FORWARDED) process.off(signal, forward);
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(isWindows ? child.pid : -child.pid, signal);
  } catch {
    // It ended between the signal and here: nothing is left to tell.
  }
}
