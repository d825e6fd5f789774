// The app inside the stand-in runtime: does what Electron's own default app does for `electron [options] FOLDER`.
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface CommandLine {
  readonly modules: string[];
  readonly folder: string | undefined;
  readonly asksVersion: boolean;
}

interface AppManifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly desktopName?: string;
}

function readCommandLine(args: readonly string[]): CommandLine {
  const modules: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    if (argument === '-r' || argument === '--require') modules.push(args[(at += 1)] ?? '');
    else if (argument.startsWith('--require=')) modules.push(argument.slice('--require='.length));
    else if (argument === '-v' || argument === '--version')
      return { modules, folder: undefined, asksVersion: true };
    // The first that is no option is the app; all after it is the app's own.
    else if (!argument.startsWith('-'))
      return { modules, folder: path.resolve(argument), asksVersion: false };
  }
  return { modules, folder: undefined, asksVersion: false };
}

/** What Electron's own default app calls too, but its types leave out. */
interface AppInternals {
  readonly setVersion: (version: string) => void;
  readonly setAppPath: (folder: string) => void;
}

function takeOver(folder: string, main: string): void {
  const internals = app as unknown as AppInternals;
  const file = path.join(folder, 'package.json');
  internals.setAppPath(existsSync(file) ? folder : path.dirname(main));
  if (!existsSync(file)) return;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as AppManifest;
  if (manifest.version !== undefined) internals.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
}

const commandLine = readCommandLine(process.argv.slice(1));
if (commandLine.asksVersion) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
// From the working folder, as `node -r` does.
const require = createRequire(path.resolve('electron.js'));
for (const module of commandLine.modules) require(module);
if (commandLine.folder === undefined) {
  process.stderr.write('electron: no app; give its folder: electron [options] FOLDER\n');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const main = require.resolve(commandLine.folder);
takeOver(commandLine.folder, main);
// Important! Awaited at the top level: Electron is not `ready` before the app's main module has run.
await import(pathToFileURL(main).href);
