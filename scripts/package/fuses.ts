import { readFile } from 'node:fs/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

/** A switch in the Electron executable that nobody can turn again from outside. */
interface Fuse {
  readonly name: string;
  readonly isOn: boolean;
  /** Absent where @electron/fuses does not know it: it is left as Electron made it. */
  readonly option?: FuseV1Options;
}

/** Every fuse in the order of the wire, and how a packaged app has it. */
const fuses: readonly Fuse[] = [
  { name: 'RunAsNode', option: FuseV1Options.RunAsNode, isOn: false },
  { name: 'EnableCookieEncryption', option: FuseV1Options.EnableCookieEncryption, isOn: true },
  {
    name: 'EnableNodeOptionsEnvironmentVariable',
    option: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    isOn: false,
  },
  { name: 'EnableNodeCliInspectArguments', option: FuseV1Options.EnableNodeCliInspectArguments, isOn: false },
  // Linux has no such check: there the fuse changes nothing.
  {
    name: 'EnableEmbeddedAsarIntegrityValidation',
    option: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    isOn: true,
  },
  { name: 'OnlyLoadAppFromAsar', option: FuseV1Options.OnlyLoadAppFromAsar, isOn: true },
  {
    name: 'LoadBrowserProcessSpecificV8Snapshot',
    option: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    isOn: false,
  },
  {
    name: 'GrantFileProtocolExtraPrivileges',
    option: FuseV1Options.GrantFileProtocolExtraPrivileges,
    isOn: false,
  },
  { name: 'WasmTrapHandlers', isOn: true },
];

/** Sets the fuses of an Electron executable as a packaged app has them. */
export async function setFuses(executable: string): Promise<void> {
  const known = fuses.flatMap(({ option, isOn }) => (option === undefined ? [] : [[option, isOn]]));
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    ...(Object.fromEntries(known) as Partial<Record<FuseV1Options, boolean>>),
  });
}

/** Reads the fuses of an executable byte by byte and says what is not as it has to be, or not known. */
export async function faultsOfFuses(executable: string): Promise<string[]> {
  const binary = await readFile(executable);
  const at = binary.indexOf(SENTINEL);
  if (at < 0) return ['the executable has no fuses'];
  const start = at + SENTINEL.length;
  const [version, length] = binary.subarray(start, start + 2);
  if (version !== 1 || length === undefined) return [`fuses of version ${String(version)} are not known`];
  const wire = [...binary.subarray(start + 2, start + 2 + length)];
  return wire.flatMap((state, index) => {
    const fuse = fuses[index];
    if (fuse === undefined) return [`fuse ${String(index)} is not known: say what it is to be`];
    return state === (fuse.isOn ? ON : OFF) ? [] : [`fuse ${fuse.name} is not ${fuse.isOn ? 'on' : 'off'}`];
  });
}
