import { existsSync, statSync } from 'node:fs';
import { readFileHead, type FileHead } from '../database/page-file.ts';
import { SCHEMA_VERSION } from '../database/migrate.ts';
import { APPLICATION_ID } from '../database/pragmas.ts';
import { storageProblemOf } from '../database/storage-fault.ts';
import type { BackUps } from './back-ups.ts';
import { tidyParts } from './copy-files.ts';
import type { StorageWork } from './storage-work.ts';

/** From so many bytes on, looking at every page would stop the main process for long enough to be felt. */
const LARGE = 4 * 1024 * 1024;

/** What a copy is prepared with. */
type PreparingTools = { readonly backUps: BackUps; readonly work: Pick<StorageWork, 'check' | 'migrate'> };

/**
 * Gets a copy ready to be opened: deletes what was left unfinished beside it, backs it up when it has an older schema, and
 * has every page of a large one looked at, and the large one brought to the newer schema, beside the main process. Answers
 * whether they were found sound; what is wrong with the copy is told when it is opened.
 */
export async function prepareCopy(
  file: string,
  tools: PreparingTools,
): Promise<{ readonly isChecked: boolean }> {
  try {
    tidyParts(file);
    if (!existsSync(file)) return { isChecked: false };
    const head = readFileHead(file);
    const isOurs = head.isSqlite && head.applicationId === APPLICATION_ID;
    return { isChecked: isOurs && (await prepareOurs(file, head, tools)) };
  } catch (error) {
    if (storageProblemOf(error) === undefined) throw error;
    return { isChecked: false };
  }
}

async function prepareOurs(
  file: string,
  { schemaVersion, isWalBroken }: FileHead,
  { backUps, work }: PreparingTools,
): Promise<boolean> {
  const isOlder = schemaVersion > 0 && schemaVersion < SCHEMA_VERSION;
  if (isOlder) await backUps.make(file, 'before-update');
  const isSound = statSync(file).size >= LARGE && (await work.check({ file }));
  // Where its log is damaged, SQLite would forget what stands behind.
  if (isOlder && isSound && !isWalBroken) await work.migrate({ file });
  return isSound;
}
