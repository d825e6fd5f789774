import { provideAddon, type Runtime } from './runtime/addon.ts';
import { provideDebianPackages } from './runtime/debian-packages.ts';
import { provideElectron, type Electron } from './runtime/electron.ts';
import { say } from './runtime/say.ts';
import { Problem, runCommand } from './problem.ts';

const ADDON_ONLY = '--addon-only';

await runCommand('setup', async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== ADDON_ONLY);
  if (unknown !== undefined) throw new Problem(`no such option: ${unknown}; the only one is ${ADDON_ONLY}`);
  await (options.includes(ADDON_ONLY) ? setUpNode() : setUpApp());
  return 0;
});

async function setUpNode(): Promise<void> {
  await provideAddon([nodeRuntime()]);
}

async function setUpApp(): Promise<void> {
  await provideDebianPackages('electron');
  const electron = await provideElectron();
  await provideAddon([nodeRuntime(), electronRuntime(electron)]);
  const note = electron.isStandIn ? ', the stand-in for tests and demos' : '';
  say(`ready with Electron ${electron.version}${note}`);
}

function nodeRuntime(): Runtime {
  return { name: `Node ${process.versions.node}`, executable: process.execPath, isElectron: false };
}

function electronRuntime(electron: Electron): Runtime {
  return { name: `Electron ${electron.version}`, executable: electron.executable, isElectron: true };
}
