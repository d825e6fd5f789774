import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { Problem } from '../problem.ts';
import { isStandIn } from '../runtime/stand-in.ts';
import { faultsOfContents } from './contents.ts';
import { faultsOfFuses, setFuses } from './fuses.ts';

/** What the app is called where people see it. */
export const PRODUCT = 'Key Accounts';

/** What the executable is called on Linux. */
export const LINUX_EXECUTABLE = 'key-accounts';

const NOTE = 'NOT-FOR-USERS.txt';
const NOTE_TEXT = `This folder was packaged from the stand-in Electron, which exists for tests and demos.
It lacks years of security fixes. Do not give it to anybody: package again with the official Electron.
`;

/** Takes out the app that an Electron distribution brings along. */
export async function removeOtherApps({ appOutDir, packager }: AfterPackContext): Promise<void> {
  // The distribution still has its own name here.
  const resources =
    packager.platform.nodeName === 'darwin'
      ? path.join(appOutDir, 'Electron.app', 'Contents', 'Resources')
      : path.join(appOutDir, 'resources');
  for (const name of ['app', 'default_app.asar']) {
    await rm(path.join(resources, name), { recursive: true, force: true });
  }
}

/**
 * Sets the fuses and marks a build of the stand-in; then looks whether the whole is as it has to be, and stops if not.
 * Answers the executable.
 */
export async function finishPackage(context: AfterPackContext): Promise<string> {
  const { appOutDir, electronPlatformName } = context;
  if (await isStandIn(appOutDir)) await writeFile(path.join(appOutDir, NOTE), NOTE_TEXT);
  const { executable } = placesIn(appOutDir, electronPlatformName);
  await setFuses(executable);
  await inspectPackage(appOutDir, electronPlatformName);
  return executable;
}

/** Looks at a packaged app, every fuse and every file of it; fails with all that is not as it has to be. */
export async function inspectPackage(folder: string, platform: string): Promise<void> {
  const { fused, resources } = placesIn(folder, platform);
  const faults = [...(await faultsOfFuses(fused)), ...(await faultsOfContents(resources))];
  if (faults.length > 0) throw new Problem(`the package is not as it has to be: ${faults.join('; ')}`);
}

/** Where things are in a packaged app; the fuses are in the executable itself, but on a Mac in the framework. */
interface Places {
  readonly executable: string;
  readonly fused: string;
  readonly resources: string;
}

function placesIn(folder: string, platform: string): Places {
  if (platform === 'darwin') {
    const contents = path.join(folder, `${PRODUCT}.app`, 'Contents');
    return {
      executable: path.join(contents, 'MacOS', PRODUCT),
      fused: path.join(contents, 'Frameworks', 'Electron Framework.framework', 'Electron Framework'),
      resources: path.join(contents, 'Resources'),
    };
  }
  const executable = path.join(folder, platform === 'win32' ? `${PRODUCT}.exe` : LINUX_EXECUTABLE);
  return { executable, fused: executable, resources: path.join(folder, 'resources') };
}
