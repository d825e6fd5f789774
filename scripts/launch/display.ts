import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '../problem.ts';

const START_MS = 20_000;
const SETPRIV = '/usr/bin/setpriv';

/** Tells whether a window can be shown to somebody here; Windows and macOS always can. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** Runs work with an environment that has a display, starting a virtual one for its time when there is none. */
export async function withDisplay<T>(work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (hasDisplay()) return work(process.env);
  const folder = await mkdtemp(path.join(tmpdir(), 'key-accounts-display-'));
  try {
    const authority = path.join(folder, 'Xauthority');
    await writeFile(authority, cookieFile(), { mode: 0o600 });
    return await onVirtualDisplay(authority, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onVirtualDisplay<T>(
  authority: string,
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const server = startServer(authority);
  try {
    const display = `:${String(await displayNumber(server))}`;
    return await work({ ...process.env, DISPLAY: display, XAUTHORITY: authority });
  } finally {
    await stopServer(server);
  }
}

// Xvfb itself rather than xvfb-run: that one dies of a signal without ending its server, and two of them
// started together can pick the same display. With -displayfd the server picks a free one and says which.
function startServer(authority: string): ChildProcess {
  const xvfb = [
    'Xvfb',
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1600x1200x24',
    '-nolisten',
    'tcp',
    // When its last window closes, a server starts anew, and a window that opens in that moment finds none.
    '-noreset',
    '-auth',
    authority,
  ];
  // Should this process be killed outright, the kernel ends the server too.
  const guarded = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'TERM', ...xvfb] : xvfb;
  const [file = 'Xvfb', ...args] = guarded;
  return spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
}

async function displayNumber(server: ChildProcess): Promise<number> {
  const said: string[] = [];
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (what: string): void => {
        reject(
          new Problem(`no display, and Xvfb ${what}; run "npm run setup", or set DISPLAY ${said.join('')}`),
        );
      };
      timer = setTimeout(fail, START_MS, 'named no display in time');
      server.once('error', () => {
        fail('is not installed');
      });
      server.once('exit', () => {
        fail('did not start');
      });
      server.stdio[3]?.once('data', (chunk: Buffer) => {
        resolve(Number(chunk.toString().trim()));
      });
    });
  } finally {
    clearTimeout(timer);
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
}

// One X authority entry that fits any host and display: family, address, display number, name, cookie.
function cookieFile(): Buffer {
  const anyFamily = Buffer.from([0xff, 0xff]);
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), randomBytes(16)];
  return Buffer.concat([anyFamily, ...fields.flatMap((field) => [lengthOf(field), field])]);
}

function lengthOf(field: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(field.length);
  return length;
}
