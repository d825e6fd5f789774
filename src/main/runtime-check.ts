import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { StorageProblem } from '#shared/model/app-state.ts';

const PREBUILT_NODE_API = 10;

/**
 * Says why SQLite's addon must not be loaded, or `undefined` when it can be. A prebuilt one in a runtime with an older
 * Node-API ends the process without an exception, so this has to be asked before the first file is opened.
 */
export function findRuntimeProblem(nodeApi: number, hasSourceBuild: boolean): StorageProblem | undefined {
  if (nodeApi >= PREBUILT_NODE_API || hasSourceBuild) return undefined;
  return {
    kind: 'runtime',
    file: '',
    detail: `Node-API ${String(nodeApi)}; SQLite's addon was built for ${String(PREBUILT_NODE_API)}. Run "npm run setup".`,
  };
}

/** Whether SQLite's addon was compiled on this machine, which its loader prefers over the prebuilt one. */
export function hasSourceBuild(from: string): boolean {
  const folder = join(dirname(createRequire(from).resolve('better-sqlite3')), '..');
  return existsSync(join(folder, 'build', 'Release', 'better_sqlite3.node'));
}
