import type { Resource } from '#shared/resources/resource.ts';
import type { WritableDb } from '../database/handle.ts';
import { checkCopy } from '../database/back-up.ts';
import { readCopy } from '../database/read-copy.ts';
import type { Log } from '../ports.ts';
import { putBack } from '../records/put-back.ts';
import { lastSetAside, moveAside, pendingSalvages } from './copy-files.ts';

/** The copy that the work goes into; `at` is ISO 8601. */
export type PutBackInto = {
  readonly db: WritableDb;
  readonly resource: Resource;
  readonly at: string;
  readonly log: Log;
};

/**
 * Puts the unsent work of every salvaged copy that waits beside a copy back into it, the oldest first. Each is moved
 * aside when its work is committed; one that a crash left is put back again, and does nothing more.
 */
export function putPendingBack(file: string, { db, resource, at, log }: PutBackInto): void {
  for (const path of pendingSalvages(file)) {
    const problem = checkCopy(path);
    if (problem === undefined) {
      const done = readCopy(path, (source) => putBack(db, resource, { source, at }));
      log.info('Salvaged work was put back.', done);
    } else log.error('Salvaged work could not be read; it is kept aside.', { problem });
    moveAside(lastSetAside(file, at), [path]);
  }
}
