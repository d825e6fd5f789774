import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncToDisk } from '../database/back-up.ts';
import { markerOf } from '../database/marker.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** A time as a part of a file's name. */
const inName = (at: string): string => at.replaceAll(/[:.]/gu, '-');

/** The folder of the back-ups of the copies in a folder. */
const backUpFolder = (file: string): string => join(dirname(file), 'back-ups');

/** The files of a copy's back-ups by their number, the newest first. */
export function backUpFiles(file: string): { readonly number: number; readonly path: string }[] {
  const folder = backUpFolder(file);
  if (!existsSync(folder)) return [];
  const pattern = new RegExp(`^${escaped(basename(file, '.db'))}\\.(\\d+)\\.[^.]+\\.db$`, 'u');
  return readdirSync(folder)
    .flatMap((name) => {
      const number = pattern.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), path: join(folder, name) }];
    })
    .sort((a, b) => b.number - a.number);
}

/** Where a new back-up goes; `at` is ISO 8601. */
export const backUpTarget = (file: string, { number, at }: { number: number; at: string }): string =>
  join(backUpFolder(file), `${basename(file, '.db')}.${String(number)}.${inName(at)}.db`);

/** Deletes what a back-up, a restore or a salvage left that was not finished. */
export function tidyParts(file: string): void {
  const isPart = (name: string): boolean =>
    name.startsWith(basename(file, '.db')) && /\.part(-journal|-wal|-shm)?$/u.test(name);
  for (const folder of [dirname(file), backUpFolder(file)].filter((path) => existsSync(path))) {
    for (const name of readdirSync(folder).filter(isPart)) rmSync(join(folder, name), { force: true });
  }
}

/** What a salvaged copy is made for: to be put back, to be counted, or to be saved elsewhere. */
type Purpose = 'salvaged' | 'examined' | 'unsent';

/** Where a salvaged copy is made before it has a name, if it ever gets one. */
export const salvagePart = (file: string, purpose: Purpose): string => `${file}.${purpose}.part`;

/** Salvaged copies whose unsent work is still to be put back, the oldest first. */
export function pendingSalvages(file: string): string[] {
  const pattern = new RegExp(`^${escaped(basename(file))}\\.salvaged\\.(\\d+)\\.db$`, 'u');
  return readdirSync(dirname(file))
    .flatMap((name) => {
      const number = pattern.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), path: join(dirname(file), name) }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ path }) => path);
}

/** Gives the salvaged copy that was just made its name; from here on its work is put back, whatever happens. */
export function keepSalvage(file: string): void {
  const last = pendingSalvages(file).at(-1);
  const number = last === undefined ? 1 : Number(/(\d+)\.db$/u.exec(last)?.[1]) + 1;
  const part = salvagePart(file, 'salvaged');
  syncToDisk(part);
  renameSync(part, `${file}.salvaged.${String(number)}.db`);
  syncToDisk(dirname(file));
}

/** Makes the folder that takes a copy's files out of the way; `at` is ISO 8601. */
export function makeSetAside(file: string, at: string): string {
  const parent = join(dirname(file), 'set-aside');
  const name = `${basename(file, '.db')}-${inName(at)}`;
  const taken = existsSync(parent) ? readdirSync(parent).filter((other) => other.startsWith(name)).length : 0;
  const folder = join(parent, taken === 0 ? name : `${name}-${String(taken + 1)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The folder that a copy's files were moved to last, or a new one. */
export function lastSetAside(file: string, at: string): string {
  const parent = join(dirname(file), 'set-aside');
  const name = basename(file, '.db');
  const folders = existsSync(parent) ? readdirSync(parent).filter((one) => one.startsWith(`${name}-`)) : [];
  const last = folders.sort().at(-1);
  return last === undefined ? makeSetAside(file, at) : join(parent, last);
}

/** Moves files aside, those that are there; nothing is deleted. */
export function moveAside(folder: string, paths: readonly string[]): void {
  for (const path of paths.filter((one) => existsSync(one))) renameSync(path, join(folder, basename(path)));
}

/** A copy's file and what stands beside it while it is in use. The file comes first: a log that is left can be read alone. */
export const filesOf = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`];

/** Where a back-up lies ready to be put in the copy's place. */
export const restorePart = (file: string): string => `${file}.restored.part`;

/** Puts what was laid ready in the copy's place. */
export function putInPlace(file: string): void {
  forgetMark(file);
  renameSync(restorePart(file), file);
  syncToDisk(dirname(file));
}

/** Lets the next opening take what is in the copy's place as it is. */
export const forgetMark = (file: string): void => {
  rmSync(markerOf(file), { force: true });
};
