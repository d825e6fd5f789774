import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { collect } from '../launch/child.ts';
import { hasDisplay } from '../launch/display.ts';
import { isRoot } from '../launch/privilege.ts';
import { Problem } from '../problem.ts';
import { say } from './say.ts';

/** What a Debian package is needed for; only those of the asked purposes are looked at. */
export type Purpose = 'electron' | 'compiler';

const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxshmfence1',
];
const VIRTUAL_DISPLAY = ['xvfb', 'xauth'];
const FAULT_TESTS = ['strace'];
// The scripts that the sample people's names are written in, which a bare machine shows as boxes.
const FONTS = [
  'fonts-wqy-microhei',
  'fonts-lohit-deva',
  'fonts-lohit-taml',
  'fonts-lohit-beng-bengali',
  'fonts-tlwg-loma-ttf',
];
const COMPILER = ['g++', 'make', 'python3'];
// Debian 13 gave these a new name with the 64-bit time type.
const RENAMED = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0']);

/** Sees to it that Debian has the packages for a purpose: installs them as root, else says the command. Not on Debian: nothing. */
export async function provideDebianPackages(purpose: Purpose): Promise<void> {
  const release = await debianRelease();
  if (release === undefined) return;
  const wanted = wantedFor(purpose).map((name) => (release >= 13 && RENAMED.has(name) ? `${name}t64` : name));
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;
  if (isRoot()) await install(missing);
  else tellCommand(missing);
}

function wantedFor(purpose: Purpose): readonly string[] {
  return purpose === 'compiler' ? COMPILER : [...LIBRARIES, ...VIRTUAL_DISPLAY, ...FAULT_TESTS, ...FONTS];
}

async function debianRelease(): Promise<number | undefined> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return undefined;
  const about = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (!/^ID=debian$/m.test(about)) return undefined;
  return Number(/^VERSION_ID="?(\d+)/m.exec(about)?.[1] ?? Number.POSITIVE_INFINITY);
}

async function missingOf(wanted: readonly string[]): Promise<string[]> {
  const format = '${Package} ${db:Status-Status}\\n';
  const { stdout } = await collect({ file: 'dpkg-query', args: ['-W', '-f', format, ...wanted] });
  const installed = new Set(stdout.split('\n').filter((line) => line.endsWith(' installed')));
  return wanted.filter((name) => !installed.has(`${name} installed`));
}

async function install(missing: readonly string[]): Promise<void> {
  say(`installing Debian packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300'];
  // A failed update is told by the install that follows: an old package list often does.
  await runQuietly({ args: [...options, 'update'], env });
  const failure = await runQuietly({
    args: [...options, 'install', '--no-install-recommends', ...missing],
    env,
  });
  if (failure !== undefined) throw new Problem(`apt-get could not install ${missing.join(' ')}: ${failure}`);
}

async function runQuietly(apt: {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}): Promise<string | undefined> {
  const { code, stderr } = await collect({ file: 'apt-get', ...apt });
  if (code === 0) return undefined;
  return (
    stderr
      .trim()
      .split('\n')
      .find((line) => line.startsWith('E:')) ?? `exit code ${String(code)}`
  );
}

function tellCommand(missing: readonly string[]): void {
  const command = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`;
  const optional = new Set([...FAULT_TESTS, ...FONTS, ...(hasDisplay() ? VIRTUAL_DISPLAY : [])]);
  if (missing.some((name) => !optional.has(name))) {
    throw new Problem(`Debian packages are missing; run this and start again: ${command}`);
  }
  say(`some tests need Debian packages that are missing: ${command}`);
}
