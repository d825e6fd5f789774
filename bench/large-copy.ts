import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCopy } from '../src/main/database/read-copy.ts';
import { copyPlaces } from '../src/main/local-copies.ts';
import { syncFirst, type FirstSync, type Target } from './first-sync.ts';
import { withAppAt } from './measured-app.ts';

/** A profile with a large copy, made by a real first sync, and how that went. */
export type LargeCopy = {
  readonly profile: string;
  readonly firstSync: FirstSync;
  /** Seconds after the sync until every record was in the search index. */
  readonly indexing: number;
};

/** Syncs a fresh app with a service and waits until its copy is indexed; the profile is the caller's to delete. */
export async function prepareLargeCopy(target: Target): Promise<LargeCopy> {
  const profile = await mkdtemp(join(tmpdir(), 'key-accounts-large-'));
  return withAppAt(profile, async (app) => {
    const firstSync = await syncFirst(app, target);
    const synced = performance.now();
    const { servicesFolder } = copyPlaces(profile);
    const name = (await readdir(servicesFolder)).find((entry) => entry.endsWith('.db')) ?? '';
    while (countUnindexed(join(servicesFolder, name)) > 0) await sleep(500);
    return { profile, firstSync, indexing: (performance.now() - synced) / 1000 };
  });
}

const countUnindexed = (file: string): number =>
  readCopy(file, (db) => (db.get('SELECT count(*) AS n FROM unindexed') as { n: number }).n);
