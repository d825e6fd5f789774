import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { expect } from '@playwright/test';
import { environment, isRoot, valueOf } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

// One package for all of them, in this order: the last ones turn into what they need what the first looked at.
test.describe.configure({ mode: 'serial' });

const repository = resolve(import.meta.dirname, '../..');
const output = mkdtempSync(join(tmpdir(), 'key-accounts-package-'));
const folder = join(output, 'linux-unpacked');
const executable = join(folder, 'key-accounts');

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a program to its end. */
function run(file: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((end) => {
    const options = { cwd: repository, env: { ...environment(), ...env } };
    execFile(file, args, options, (error, stdout, stderr) => {
      end({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}

const pack = (...args: string[]): Promise<Ended> =>
  run(join(repository, 'node_modules', '.bin', 'tsx'), ['scripts/package.ts', ...args]);

const selfTest = (args: readonly string[] = [], env: Record<string, string> = {}): Promise<Ended> =>
  run(executable, [...(isRoot ? ['--no-sandbox'] : []), ...args, '--self-test'], env);

test.beforeAll(async () => {
  const packed = await pack('--dir', '--output', output);
  expect(packed.code, packed.stdout + packed.stderr).toBe(0);
});

test.afterAll(() => {
  rmSync(output, { recursive: true, force: true });
});

test('everything in the package loads, and no door of Node’s is open', async () => {
  const { code, stdout } = await selfTest();
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    isPackaged: true,
    sqlite: expect.stringMatching(/^3\./),
  });

  const asNode = await selfTest([], { ELECTRON_RUN_AS_NODE: '1' });
  expect(asNode.stdout).toBe(stdout);
  const trace = join(output, 'loaded');
  const module = join(output, 'module.cjs');
  writeFileSync(module, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  const withOptions = await selfTest([], { NODE_OPTIONS: `--require=${module}` });
  expect(withOptions.stdout).toBe(stdout);
  expect(existsSync(trace)).toBe(false);
  const inspected = await selfTest(['--inspect=0']);
  expect(inspected.stderr).not.toContain('Debugger listening');
});

test('what is made from a stand-in says so, and no installer is made from it', async () => {
  const version = readFileSync(join(folder, 'version'), 'utf8').trim();
  const wanted = (
    JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string }
  ).version;
  expect(existsSync(join(folder, 'NOT-FOR-USERS.txt'))).toBe(version !== wanted);
  if (version === wanted) return;
  const refused = await pack('--installers', '--output', output);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('no installer is made from the stand-in');
});

test('the packaged app does its work: sample data, a sign-in, an edit that reaches the server', async ({
  launch,
  serve,
}) => {
  // Playwright drives the main process by its inspector, which the package does not have.
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const explorer = await launch({ executablePath: executable });
  await explorer.screens.button('Explore').click();
  await expect(explorer.screens.rows.first()).toBeVisible();
  await explorer.close();

  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, api } = await launch({ executablePath: executable });
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.edit(String(person.attributes['email']), { 'Last name': 'From-The-Package' });
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await expect.poll(async () => (await service.get(person.id))['last_name']).toBe('From-The-Package');
  expect(await valueOf(api.storage.backUp())).toMatchObject({});
});

test('the packaging finds a fuse that was turned, and files that nobody thought of', async () => {
  const archive = join(folder, 'resources', 'app.asar');
  const loose = join(output, 'loose');
  extractAll(archive, loose);
  writeFileSync(join(loose, '.env'), 'TOKEN=secret');
  writeFileSync(join(loose, 'out', 'main', 'main.js.map'), '{}');
  await createPackageWithOptions(loose, archive, { unpack: '*.node' });
  const { code, stderr } = await pack('--check', folder);
  expect(code).toBe(1);
  expect(stderr).toContain('fuse EnableNodeCliInspectArguments is not off');
  expect(stderr).toContain('.env is in the app');
  expect(stderr).toContain('out/main/main.js.map is in the app');
});
