// Step 3 of docs/sync.md: which versions are not believed at once.
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { ENOUGH, listAbsent, noteAbsences } from '../database/absences.ts';
import { readDoubt, writeDoubt } from '../database/doubts.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import type { StoredRecord } from '../database/records.ts';
import { contentName, forgetSuperseded, isSuperseded } from '../database/superseded.ts';
import { readResourceState, writeResourceState } from '../database/sync-state.ts';
import type { Sighting } from './apply-remote.ts';
import { isNamedByEditTime } from './edit-time.ts';
import { isEarlier } from './token-form.ts';

/** Notes that a row of a list was not taken: what the service has of the record is asked for before the round ends. */
export function mustAskAfter(db: WritableDb, resource: Resource, id: RecordId): void {
  if (readDoubt(db, resource, id) === 'none') writeDoubt(db, resource, { id, doubt: 'asked-for' });
}

/**
 * Notes that records which were absent are in a list again. One that was taken for removed is asked for: the list may be
 * older than the removal.
 */
export function noteReturned(db: WritableDb, resource: Resource, ids: readonly RecordId[]): void {
  const removed = new Set(listAbsent(db, resource, ENOUGH));
  noteAbsences(db, resource, { absent: [], returned: ids });
  for (const id of ids) if (removed.has(id)) mustAskAfter(db, resource, id);
}

/**
 * Whether a version is to be believed. One that a newer one had replaced comes from a cache or a replica that is
 * behind, or from a service that was restored from a back-up: a list is not believed, the service is asked in this
 * round and in a next one, and what it says twice is so.
 */
export function isBelieved(
  db: WritableDb,
  resource: Resource,
  { record, sighting }: { record: StoredRecord; sighting: Sighting },
): boolean {
  const { epoch, isNewest = false, at } = sighting;
  if (!isOlder(db, resource, { record, sighting })) {
    if (epoch === undefined) writeDoubt(db, resource, { id: record.id, doubt: 'none' });
    return true;
  }
  if (epoch !== undefined) {
    mustAskAfter(db, resource, record.id);
    return false;
  }
  if (!isNewest && readDoubt(db, resource, record.id) !== 'shown-older') {
    writeDoubt(db, resource, { id: record.id, doubt: 'shown-older' });
    return false;
  }
  takeAsRewound(db, resource, { id: record.id, at });
  return true;
}

/** Whether a version is one that a newer one had replaced, as far as anybody can know. */
function isOlder(
  db: WritableDb,
  resource: Resource,
  { record: { base }, sighting: { remote, epoch } }: { record: StoredRecord; sighting: Sighting },
): boolean {
  const { id, token } = remote;
  const isListed = epoch !== undefined;
  // What orders versions that share a token, or that this laptop made itself, is what the service says of the record.
  if (isListed && isSuperseded(db, resource, { id, name: contentName(remote.values) })) return true;
  if (base === undefined || base.token === token) return false;
  // An edit time may be anything; as a row of a list, which may be older than this laptop's copy, it is asked after.
  const isTelling = isListed || !isNamedByEditTime(resource, base);
  return (
    (isTelling && isEarlier(resource.token, token, base.token)) ||
    isSuperseded(db, resource, { id, name: token })
  );
}

/** Takes note that the service went back to an older version of a record. */
function takeAsRewound(db: WritableDb, resource: Resource, { id, at }: { id: RecordId; at: string }): void {
  writeDoubt(db, resource, { id, doubt: 'none' });
  forgetSuperseded(db, resource, id);
  // Its delta does not name every record that went back.
  writeResourceState(db, resource, 'cursor', undefined);
  const known = readResourceState(db, resource, 'rewound');
  writeResourceState(db, resource, 'rewound', { records: (known?.records ?? 0) + 1, at: known?.at ?? at });
  addHistory(db, resource, { id, at, kind: 'rewound', changes: [] });
}
