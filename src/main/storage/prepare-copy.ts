import { existsSync, statSync } from 'node:fs';
import { readFileHead } from '../database/page-file.ts';
import { SCHEMA_VERSION } from '../database/migrate.ts';
import { APPLICATION_ID } from '../database/pragmas.ts';
import { storageProblemOf } from '../database/storage-fault.ts';
import type { BackUps } from './back-ups.ts';
import { tidyParts } from './copy-files.ts';
import type { StorageWork } from './storage-work.ts';

/** From so many bytes on, looking at every page would stop the main process for long enough to be felt. */
const LARGE = 4 * 1024 * 1024;

/**
 * Gets a copy ready to be opened: deletes what was left unfinished beside it, backs it up when opening it will bring it
 * to a newer schema, and has every page of a large one looked at beside the main process. Answers whether they were
 * found sound; what is wrong with the copy is told when it is opened.
 */
export async function prepareCopy(
  file: string,
  { backUps, work }: { backUps: BackUps; work: Pick<StorageWork, 'check'> },
): Promise<{ readonly isChecked: boolean }> {
  try {
    tidyParts(file);
    if (!existsSync(file)) return { isChecked: false };
    const { isSqlite, applicationId, schemaVersion } = readFileHead(file);
    if (!isSqlite || applicationId !== APPLICATION_ID) return { isChecked: false };
    if (schemaVersion > 0 && schemaVersion < SCHEMA_VERSION) await backUps.make(file, 'before-update');
    return { isChecked: statSync(file).size >= LARGE && (await work.check({ file })) };
  } catch (error) {
    if (storageProblemOf(error) === undefined) throw error;
    return { isChecked: false };
  }
}
