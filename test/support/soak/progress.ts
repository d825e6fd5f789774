import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordId } from '#shared/model/ids.ts';
import type { ModeName } from '../../../src/service/mode.ts';
import type { Theirs } from '../audit/acts.ts';
import type { LongestStops } from './stops.ts';

/** Everything that a soak has to know to be taken up again after the kills it has done. */
export type Progress = {
  readonly seed: number;
  readonly mode: ModeName;
  readonly port: number;
  readonly kills: number;
  /** By app: the ids of its person's records. */
  readonly ids: readonly (readonly RecordId[])[];
  readonly theirs: readonly Theirs[];
  readonly longestStop: LongestStops;
  readonly seconds: number;
  readonly problems: readonly string[];
};

const fileIn = (folder: string): string => join(folder, 'progress.json');

/** What a soak in this folder has reached, if there was one. */
export const readProgress = (folder: string): Progress | undefined =>
  existsSync(fileIn(folder)) ? (JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Progress) : undefined;

/** Keeps what was reached, whole or not at all. */
export function writeProgress(folder: string, progress: Progress): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${fileIn(folder)}.part`, JSON.stringify(progress));
  renameSync(`${fileIn(folder)}.part`, fileIn(folder));
}
