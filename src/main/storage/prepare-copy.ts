import { readFileHead } from '../database/page-file.ts';
import { SCHEMA_VERSION } from '../database/migrate.ts';
import { APPLICATION_ID } from '../database/pragmas.ts';
import { storageProblemOf } from '../database/storage-fault.ts';
import type { BackUps } from './back-ups.ts';
import { tidyParts } from './copy-files.ts';

/**
 * Gets a copy ready to be opened: deletes what was left unfinished beside it, and backs it up when opening it will
 * bring it to a newer schema. What is wrong with the copy is told when it is opened.
 */
export async function prepareCopy(file: string, backUps: BackUps): Promise<void> {
  try {
    tidyParts(file);
    const { isSqlite, applicationId, schemaVersion } = readFileHead(file);
    const isOurs = isSqlite && applicationId === APPLICATION_ID;
    if (isOurs && schemaVersion > 0 && schemaVersion < SCHEMA_VERSION)
      await backUps.make(file, 'before-update');
  } catch (error) {
    if (storageProblemOf(error) === undefined) throw error;
  }
}
