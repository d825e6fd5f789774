import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WritableDb } from '../database/handle.ts';
import { checkCopy } from '../database/back-up.ts';
import { readCopy } from '../database/read-copy.ts';
import type { Log } from '../ports.ts';
import { putBack } from '../records/put-back.ts';
import { lastSetAside, moveAside, pendingSalvages } from './copy-files.ts';
import type { StorageWork } from './storage-work.ts';

/** A salvaged copy that waits beside a copy, and whether every page of it was found sound. */
export type Pending = { readonly path: string; readonly isSound: boolean };

/** Looks at every page of the salvaged copies that wait, beside the main process. */
export async function lookAtPending(file: string, work: Pick<StorageWork, 'check'>): Promise<Pending[]> {
  const paths = existsSync(dirname(file)) ? pendingSalvages(file) : [];
  return Promise.all(paths.map(async (path) => ({ path, isSound: await work.check({ file: path }) })));
}

/** The same, here and now. */
export const lookAtPendingNow = (file: string): Pending[] =>
  pendingSalvages(file).map((path) => ({ path, isSound: checkCopy(path) === undefined }));

/** The copy that the work goes into; `at` is ISO 8601. */
export type PutBackInto = {
  readonly pending: readonly Pending[];
  readonly db: WritableDb;
  readonly at: string;
  readonly log: Log;
};

/**
 * Puts the unsent work of every salvaged copy that waits beside a copy back into it, the oldest first. Each is moved
 * aside when its work is committed; one that a crash left is put back again, and does nothing more.
 */
export function putPendingBack(file: string, { pending, db, at, log }: PutBackInto): void {
  for (const { path, isSound } of pending) {
    if (isSound) {
      const done = readCopy(path, (source) => putBack(db, { source, at }));
      log.info('Salvaged work was put back.', done);
    } else log.error('Salvaged work could not be read; it is kept aside.');
    moveAside(lastSetAside(file, at), [path]);
  }
}
