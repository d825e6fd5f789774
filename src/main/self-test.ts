import { writeSync } from 'node:fs';
import { app } from 'electron/main';
import { sqliteVersion } from './database/sqlite-version.ts';
import { findRuntimeProblem, hasSourceBuild } from './runtime-check.ts';

const FLAG = '--self-test';
const STANDARD_OUTPUT = 1;

/** Whether the app was started to say whether everything in it loads, and for nothing else. */
export const asksSelfTest = (argv: readonly string[]): boolean => argv.includes(FLAG);

/**
 * Loads SQLite, prints every version as one line of JSON, and ends the process with 0; with 1 and the reason where
 * SQLite cannot be loaded. No folder is made, no window is opened, and nothing is asked of anybody.
 */
export function runSelfTest(): never {
  const { electron, chrome, node, napi } = process.versions;
  const hasOwnBuild = hasSourceBuild(import.meta.url);
  const problem = findRuntimeProblem(Number(napi), hasOwnBuild);
  const sqlite = problem === undefined ? { sqlite: sqliteVersion() } : { problem: problem.detail };
  const report = {
    app: app.getVersion(),
    isPackaged: app.isPackaged,
    ...{ electron, chrome, node, napi },
    addon: hasOwnBuild ? 'built here' : 'prebuilt',
    ...sqlite,
  };
  writeSync(STANDARD_OUTPUT, `${JSON.stringify(report)}\n`);
  process.exit(problem === undefined ? 0 : 1);
}
