import { existsSync, statSync } from 'node:fs';
import { readFileHead, type FileHead } from '../database/page-file.ts';
import { isAsClosed } from '../database/marker.ts';
import { SCHEMA_VERSION } from '../database/migrate.ts';
import { APPLICATION_ID } from '../database/pragmas.ts';
import { storageProblemOf } from '../database/storage-fault.ts';
import type { BackUps } from './back-ups.ts';
import { tidyParts } from './copy-files.ts';
import type { StorageWork } from './storage-work.ts';

/** From so many bytes on, looking at every page would stop the main process for long enough to be felt. */
const LARGE = 4 * 1024 * 1024;

/** What a copy is prepared with; `isSuspect`: it was found damaged a moment ago. */
type PreparingTools = {
  readonly backUps: BackUps;
  readonly work: Pick<StorageWork, 'check' | 'migrate'>;
  readonly isSuspect: boolean;
};

/** What is known of the pages of a copy: nothing, that they were all sound, or that nobody has touched them since. */
export type Soundness = 'unknown' | 'checked' | 'as-closed';

/**
 * Gets a copy ready to be opened: deletes what was left unfinished beside it, backs it up when it has an older schema, and
 * has every page of a large one looked at, and the large one brought to the newer schema, beside the main process. One
 * that lies on the disk as it was left can be looked at later. What is wrong with a copy is told when it is opened.
 */
export async function prepareCopy(file: string, tools: PreparingTools): Promise<Soundness> {
  try {
    tidyParts(file);
    if (!existsSync(file)) return 'unknown';
    const head = readFileHead(file);
    const isOurs = head.isSqlite && head.applicationId === APPLICATION_ID;
    return isOurs ? await prepareOurs(file, head, tools) : 'unknown';
  } catch (error) {
    if (storageProblemOf(error) === undefined) throw error;
    return 'unknown';
  }
}

async function prepareOurs(
  file: string,
  { schemaVersion, isWalBroken }: FileHead,
  { backUps, work, isSuspect }: PreparingTools,
): Promise<Soundness> {
  const isOlder = schemaVersion > 0 && schemaVersion < SCHEMA_VERSION;
  if (isOlder) await backUps.make(file, 'before-update');
  if (statSync(file).size < LARGE) return 'unknown';
  if (!isOlder && !isSuspect && isAsClosed(file)) return 'as-closed';
  if (!(await work.check({ file }))) return 'unknown';
  // Where its log is damaged, SQLite would forget what stands behind.
  if (isOlder && !isWalBroken) await work.migrate({ file });
  return 'checked';
}
