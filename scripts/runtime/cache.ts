import { constants } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import { Problem, reasonOf } from '../problem.ts';
import { isWhole, writeManifest } from './manifest.ts';
import { say } from './say.ts';

const UNFINISHED = '.unfinished';
const ARRIVING = '.arriving-';
const DAY_MS = 86_400_000;

/** Where a keepsake is made: what ends up in `folder` is kept, `scratch` is thrown away. */
export interface Workplace {
  readonly folder: string;
  readonly scratch: string;
}

/** Something costly to make once and lay into node_modules after every npm ci. */
export interface Keepsake {
  /** Names content, version and platform: two that differ never share it. */
  readonly key: string;
  readonly make: (workplace: Workplace) => Promise<void>;
}

/** Gives the folder outside the repository that keeps runtimes between two installs. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME;
  const isUsable = base !== undefined && path.isAbsolute(base);
  return path.join(isUsable ? base : path.join(homedir(), '.cache'), 'key-accounts');
}

/** Lays a keepsake's files into a folder, making it first when the cache has no whole one; tells where it came from. */
export async function lay(keepsake: Keepsake, target: string): Promise<'kept' | 'made'> {
  const kept = path.join(cacheFolder(), keepsake.key);
  if (await exists(kept)) {
    if (await layKept(keepsake.key, target)) return 'kept';
    say(`what ${kept} holds is damaged; making it again`);
    await discard(keepsake.key);
  }
  await makeKept(keepsake);
  if (await layKept(keepsake.key, target)) return 'made';
  throw new Problem(
    `the copy of ${kept} in ${target} is damaged; check that disk and run "npm run setup" again`,
  );
}

/** Takes a keepsake out of the cache. */
export async function discard(key: string): Promise<void> {
  await rm(path.join(cacheFolder(), key), { recursive: true, force: true });
}

async function makeKept(keepsake: Keepsake): Promise<void> {
  await sweep();
  const work = await mkdtemp(
    path.join(await ensureCache(), `${UNFINISHED}-${hostname()}-${String(process.pid)}-`),
  );
  try {
    const workplace = { folder: path.join(work, 'made'), scratch: path.join(work, 'scratch') };
    await mkdir(workplace.folder);
    await mkdir(workplace.scratch);
    await keepsake.make(workplace);
    await writeManifest(workplace.folder, keepsake.key);
    await moveInto(workplace.folder, path.join(cacheFolder(), keepsake.key));
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

// A copy, not links: a tool that writes into node_modules must not write into the cache.
async function layKept(key: string, target: string): Promise<boolean> {
  await sweepArriving(target);
  const arriving = `${target}${ARRIVING}${String(process.pid)}`;
  try {
    await cp(path.join(cacheFolder(), key), arriving, { recursive: true, mode: constants.COPYFILE_FICLONE });
    if (!(await isWhole(arriving, { key, by: 'content' }))) return false;
    await moveInto(arriving, target);
    return true;
  } finally {
    await rm(arriving, { recursive: true, force: true, maxRetries: 3 });
  }
}

// Important! A folder appears under its final name in one step, whole, or not at all.
async function moveInto(finished: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    await rm(target, { recursive: true, force: true, maxRetries: 3 });
    try {
      await rename(finished, target);
      return;
    } catch (error) {
      // Another set-up put its own there in between.
      if (attempt === 3) throw new Problem(`cannot move ${finished} to ${target}: ${reasonOf(error)}`);
    }
  }
}

async function ensureCache(): Promise<string> {
  const folder = cacheFolder();
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new Problem(
      `cannot write to the cache ${folder} (${reasonOf(error)}); set XDG_CACHE_HOME to a folder you own`,
    );
  }
  return folder;
}

async function sweep(): Promise<void> {
  for (const name of await readdir(await ensureCache())) {
    if (!name.startsWith(UNFINISHED)) continue;
    const folder = path.join(cacheFolder(), name);
    if (await isAbandoned(folder)) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function isAbandoned(folder: string): Promise<boolean> {
  const [, host, pid] = /^\.unfinished-(.*)-(\d+)-[^-]+$/.exec(path.basename(folder)) ?? [];
  const since = (await stat(folder).catch(() => undefined))?.mtimeMs ?? 0;
  return Date.now() - since > DAY_MS || (host === hostname() && !isRunning(Number(pid)));
}

// A copy that was cut off lies beside its target.
async function sweepArriving(target: string): Promise<void> {
  const parent = path.dirname(target);
  const start = `${path.basename(target)}${ARRIVING}`;
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith(start) || isRunning(Number(name.slice(start.length)))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function exists(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined)) !== undefined;
}
