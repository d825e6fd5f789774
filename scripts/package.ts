import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { collect } from './launch/child.ts';
import { isRoot } from './launch/privilege.ts';
import { builderConfig } from './package/builder-config.ts';
import { inspectPackage } from './package/hooks.ts';
import { readFeed, type Feed } from '../src/main/updates/feed.ts';
import { Problem, reasonOf, runCommand } from './problem.ts';
import { inRepository } from './repository.ts';
import { findElectron, type Electron } from './runtime/electron.ts';

await runCommand('package', async () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      installers: { type: 'boolean', default: false },
      output: { type: 'string' },
      check: { type: 'string' },
    },
  });
  if (values.check !== undefined) {
    await inspectPackage(path.resolve(values.check), process.platform);
    return 0;
  }
  const electron = await findElectron();
  if (electron === undefined) throw new Problem('no Electron in node_modules; run "npm run setup"');
  if (electron.isStandIn && values.installers) {
    throw new Problem('no installer is made from the stand-in Electron; package with the official one');
  }
  const folder = values.output ?? inRepository('dist', electron.isStandIn ? 'stand-in' : 'official');
  await pack({ electron, output: path.resolve(folder), isFolderOnly: values.dir || electron.isStandIn });
  return 0;
});

interface Order {
  readonly electron: Electron;
  readonly output: string;
  /** Whether the app is left as a folder, without an installer. */
  readonly isFolderOnly: boolean;
}

async function pack({ electron, output, isFolderOnly }: Order): Promise<void> {
  const distribution = process.platform === 'darwin' ? undefined : path.dirname(electron.executable);
  let executable = '';
  const config = await builderConfig({
    electron,
    output,
    ...(distribution !== undefined && { distribution }),
    ...feedOf(process.env),
    onPacked: (file) => {
      executable = file;
    },
  });
  try {
    await build({ config, projectDir: inRepository(), publish: 'never', dir: isFolderOnly });
  } catch (error) {
    if (error instanceof Problem || isFolderOnly) throw error;
    throw new Problem(`${reasonOf(error)}; "npm run package -- --dir" makes the folder without installers`);
  }
  process.stdout.write(`package: ${await selfTest(executable)}\n`);
  process.stdout.write(`package: ${path.dirname(executable)}\n`);
  if (electron.isStandIn) {
    process.stdout.write(
      'package: made from the stand-in Electron, for tests only: not for users, and without installers\n',
    );
  }
}

/** Where the app will look for new versions, from the environment; nowhere unless both are said. */
function feedOf(env: NodeJS.ProcessEnv): { updates: Feed } | undefined {
  const { KEY_ACCOUNTS_UPDATE_FEED: url, KEY_ACCOUNTS_UPDATE_KEY: publicKey } = env;
  if (url === undefined && publicKey === undefined) return undefined;
  const updates = readFeed({ isPackaged: true, manifest: { updates: { url, publicKey } }, argv: [] });
  if (updates) return { updates };
  throw new Problem(
    'KEY_ACCOUNTS_UPDATE_FEED must be an https:// address, KEY_ACCOUNTS_UPDATE_KEY an Ed25519 public key (32 bytes in base64)',
  );
}

// With RunAsNode off nothing else can be asked of the packaged executable, and it has to load its own addon anyway.
async function selfTest(executable: string): Promise<string> {
  const args = [...(isRoot() ? ['--no-sandbox'] : []), '--self-test'];
  const { code, stdout, stderr } = await collect({ file: executable, args });
  if (code === 0) return stdout.trim();
  throw new Problem(`the packaged app does not load: ${stdout.trim() || stderr.trim() || String(code)}`);
}
