import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collect } from '../launch/child.ts';
import { Problem, reasonOf } from '../problem.ts';
import { inRepository } from '../repository.ts';
import { lay } from './cache.ts';
import { isWhole } from './manifest.ts';
import { patiently, say } from './say.ts';
import { isStandIn, standIn } from './stand-in.ts';

const PACKAGE = inRepository('node_modules', 'electron');
const DISTRIBUTION = path.join(PACKAGE, 'dist');
const PATH_FILE = path.join(PACKAGE, 'path.txt');
const CHOICES = ['official', 'stand-in'] as const;

type Choice = (typeof CHOICES)[number] | undefined;

/** An Electron that starts here. */
export interface Electron {
  readonly executable: string;
  readonly version: string;
  readonly isStandIn: boolean;
}

/** Finds the Electron that every tool will use, or provides one: the official first, else the stand-in. */
export async function provideElectron(): Promise<Electron> {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return overridden(process.env.ELECTRON_OVERRIDE_DIST_PATH);
  const choice = readChoice();
  const present = await findElectron();
  if (present !== undefined && isChosen(present, choice)) return present;
  if (choice !== 'stand-in') {
    const official = await fetchOfficial();
    if (official !== undefined) return official;
  }
  if (choice === 'official')
    throw new Problem(`${officialFailed()}; check the network, or unset KEY_ACCOUNTS_ELECTRON`);
  return layStandIn();
}

/** Gives the Electron in node_modules when it is complete and starts; undefined otherwise. */
export async function findElectron(): Promise<Electron | undefined> {
  const name = await readFile(PATH_FILE, 'utf8').catch(() => undefined);
  if (name === undefined) return undefined;
  const isStand = await isStandIn(DISTRIBUTION);
  if (isStand && !(await isWhole(DISTRIBUTION, { key: standIn.key, by: 'size' }))) return undefined;
  const executable = path.join(DISTRIBUTION, name.trim());
  const version = await versionOf(executable);
  if (version === undefined || version !== (isStand ? standIn.version : await packageVersion()))
    return undefined;
  return { executable, version, isStandIn: isStand };
}

function readChoice(): Choice {
  const value = process.env.KEY_ACCOUNTS_ELECTRON;
  if (value === undefined || value === '') return undefined;
  const choice = CHOICES.find((known) => known === value);
  if (choice === undefined) {
    throw new Problem(`KEY_ACCOUNTS_ELECTRON is "${value}"; set it to official or stand-in, or unset it`);
  }
  return choice;
}

function isChosen(electron: Electron, choice: Choice): boolean {
  return choice === undefined || electron.isStandIn === (choice === 'stand-in');
}

async function overridden(folder: string): Promise<Electron> {
  const name = await readFile(PATH_FILE, 'utf8').catch(() => 'electron');
  const executable = path.join(folder, name.trim());
  const version = await versionOf(executable);
  if (version === undefined) {
    throw new Problem(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but no Electron starts there; correct it or unset it`,
    );
  }
  return { executable, version, isStandIn: await isStandIn(folder) };
}

// The same as `npx install-electron`.
async function fetchOfficial(): Promise<Electron | undefined> {
  await clear();
  const installer = path.join(PACKAGE, 'install.js');
  const fetched = await patiently(`fetching the official Electron ${await packageVersion()}`, () =>
    collect({ file: process.execPath, args: [installer] }),
  );
  const electron = fetched.code === 0 ? await findElectron() : undefined;
  if (electron === undefined) {
    const reason = fetched.stderr.trim().split('\n')[0] ?? '';
    say(`${officialFailed()} (${reason || 'it does not start'})`);
    await clear();
  }
  return electron;
}

function officialFailed(): string {
  return 'the official Electron could not be had here';
}

async function layStandIn(): Promise<Electron> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const here = `${process.platform}-${process.arch}`;
    throw new Problem(
      `no Electron, and a stand-in exists for linux-x64 only, not ${here}; run "npx install-electron"`,
    );
  }
  await clear();
  const from = await lay(standIn, DISTRIBUTION);
  await writeFile(PATH_FILE, 'electron');
  const electron = await findElectron();
  if (electron === undefined) {
    throw new Problem(`the stand-in in ${DISTRIBUTION} does not start: ${await whyNot()}`);
  }
  say(
    `laid the stand-in Electron ${electron.version} into node_modules${from === 'kept' ? ' from the cache' : ''}`,
  );
  return electron;
}

// path.txt goes first and comes last: without it every tool takes Electron for missing.
async function clear(): Promise<void> {
  await rm(PATH_FILE, { force: true });
  await rm(DISTRIBUTION, { recursive: true, force: true, maxRetries: 3 });
}

async function versionOf(executable: string): Promise<string | undefined> {
  const answer = await askVersion(executable);
  return answer.code === 0 ? answer.stdout.trim() : undefined;
}

async function whyNot(): Promise<string> {
  const { code, stderr } = await askVersion(path.join(DISTRIBUTION, 'electron'));
  return stderr.trim().split('\n')[0] ?? `exit code ${String(code)}`;
}

// As Node, since as an app it wants a display and, for root, --no-sandbox.
async function askVersion(executable: string): ReturnType<typeof collect> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  try {
    return await collect({ file: executable, args: ['-p', 'process.versions.electron'], env });
  } catch (error) {
    return { code: 127, stdout: '', stderr: reasonOf(error) };
  }
}

async function packageVersion(): Promise<string> {
  const file = path.join(PACKAGE, 'package.json');
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '';
}
