import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collect, type Outcome } from '../launch/child.ts';
import { Problem } from '../problem.ts';
import { inRepository } from '../repository.ts';
import { discard, lay, type Keepsake, type Workplace } from './cache.ts';
import { provideDebianPackages } from './debian-packages.ts';
import { npm } from './npm.ts';
import { patiently, say } from './say.ts';

const PACKAGE = inRepository('node_modules', 'better-sqlite3');
const RELEASE = path.join('build', 'Release');
// Compiles against the Node-API that Node 20 and Electron 33 have too; the package's own prebuild asks for a newer one.
const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Something that loads the SQLite addon: an executable, its name for people, and whether it is Electron. */
export interface Runtime {
  readonly name: string;
  readonly executable: string;
  readonly isElectron: boolean;
}

/** Sees to it that every given runtime can load the SQLite addon, building it from source only when one cannot. */
export async function provideAddon(runtimes: readonly Runtime[]): Promise<void> {
  const failing = await failingOf(runtimes);
  if (failing.length === 0) return;
  say(`the SQLite addon does not load in ${failing.map((failure) => failure.name).join(' and ')}`);
  const keepsake = await addonKeepsake();
  const target = path.join(PACKAGE, RELEASE);
  const from = await lay(keepsake, target);
  let left = await failingOf(runtimes);
  if (left.length > 0 && from === 'kept') {
    // Whole, but made on a machine with other libraries.
    await discard(keepsake.key);
    await lay(keepsake, target);
    left = await failingOf(runtimes);
  }
  const [first] = left;
  if (first !== undefined) {
    throw new Problem(
      `the SQLite addon does not load in ${first.name} even when built here: ${first.reason}; use Node 22.14 or newer`,
    );
  }
  say(`laid the SQLite addon into node_modules${from === 'kept' ? ' from the cache' : ''}`);
}

async function failingOf(runtimes: readonly Runtime[]): Promise<{ name: string; reason: string }[]> {
  const probed = await Promise.all(
    runtimes.map(async (runtime) => ({ runtime, outcome: await probe(runtime) })),
  );
  return probed
    .filter(({ outcome }) => outcome.code !== 0)
    .map(({ runtime, outcome }) => ({ name: runtime.name, reason: reasonFrom(outcome) }));
}

// In a child process, since an addon for another Node-API ends its process without an exception.
async function probe(runtime: Runtime): Promise<Outcome> {
  const script = `const Database = require(${JSON.stringify(PACKAGE)});
    const db = new Database(':memory:');
    db.prepare('SELECT 1').get();
    db.close();`;
  const env = runtime.isElectron ? { ...process.env, ELECTRON_RUN_AS_NODE: '1' } : process.env;
  // Elsewhere than here, since a crash may leave a core file.
  return collect({ file: runtime.executable, args: ['-e', script], env, cwd: tmpdir() });
}

function reasonFrom({ code, stderr }: Outcome): string {
  const error = stderr.split('\n').find((line) => /^\w*Error: /.test(line));
  return error ?? (code > 128 ? `it crashed (signal ${String(code - 128)})` : `exit code ${String(code)}`);
}

async function addonKeepsake(): Promise<Keepsake> {
  const version = JSON.parse(await readFile(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  const flags = createHash('sha256').update(FLAGS).digest('hex').slice(0, 8);
  return {
    key: `better-sqlite3-${version.version}-${process.platform}-${process.arch}-${flags}`,
    make: buildAddon,
  };
}

async function buildAddon({ folder, scratch }: Workplace): Promise<void> {
  await provideDebianPackages('compiler');
  const modules = path.join(scratch, 'node_modules');
  const source = path.join(modules, 'better-sqlite3');
  await cp(PACKAGE, source, {
    recursive: true,
    filter: (file) => path.relative(PACKAGE, file).split(path.sep)[0] !== 'build',
  });
  const headers = path.dirname(createRequire(path.join(PACKAGE, 'package.json')).resolve('node-addon-api'));
  await cp(headers, path.join(modules, 'node-addon-api'), { recursive: true });
  const outcome = await patiently('building it from source, which takes a minute or two', () =>
    compile(source),
  );
  const built = path.join(source, RELEASE, 'better_sqlite3.node');
  if (outcome.code !== 0 || !existsSync(built)) throw new Problem(whyNotBuilt(outcome));
  await rename(built, path.join(folder, 'better_sqlite3.node'));
}

async function compile(source: string): Promise<Outcome> {
  const prefix = path.resolve(process.execPath, '..', '..');
  const hasHeaders = existsSync(path.join(prefix, 'include', 'node', 'node_api.h'));
  const options = [
    '--release',
    '--force_build=1',
    '--jobs=max',
    ...(hasHeaders ? [`--nodedir=${prefix}`] : []),
  ];
  return collect({
    file: process.execPath,
    args: [await nodeGyp(), 'rebuild', ...options],
    cwd: source,
    env: { ...process.env, CXXFLAGS: FLAGS },
  });
}

async function nodeGyp(): Promise<string> {
  const named = process.env.npm_config_node_gyp;
  if (named !== undefined && existsSync(named)) return named;
  const { stdout } = await collect(npm('root', '--global'));
  const found = path.join(stdout.trim(), 'npm', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  if (existsSync(found)) return found;
  throw new Problem(
    'npm came without its node-gyp, so the SQLite addon cannot be built; run "npm run setup"',
  );
}

function whyNotBuilt(outcome: Outcome): string {
  const lines = `${outcome.stdout}\n${outcome.stderr}`.split('\n');
  const reason = lines.find((line) => /\berror\b[: ]|gyp ERR! stack Error/i.test(line)) ?? 'see "node-gyp"';
  const advice = 'install a C++ compiler, make and Python 3, or use Node 22.14 or newer';
  return `the SQLite addon could not be built from source: ${reason.trim()}; ${advice}`;
}
