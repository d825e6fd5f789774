// Step 3 of docs/sync.md: Merge, as it happens to one record of the local copy.
import { valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import type { Change } from '#shared/model/record.ts';
import type { RemoteRecord, Resource } from '#shared/resources/resource.ts';
import { merge, type Merged } from '#shared/sync/merge.ts';
import { clearAttempts, listAttempts, markChecked, type Attempt } from '../database/attempts.ts';
import { listConflicts, putConflict } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import { readRecord, writeRecord, type Base, type StoredRecord } from '../database/records.ts';
import { saveRecord } from '../database/settle-record.ts';
import { reviseConflicts } from '../records/revise-conflicts.ts';
import { isSealed } from './seal.ts';

/** A version of the service's record, when the service said it, and when it came to this laptop. */
export type Sighting = {
  readonly remote: RemoteRecord;
  /** The service's own time, ms since 1970. */
  readonly serverDate: number | undefined;
  /** This laptop's time, ISO 8601. */
  readonly at: string;
  /** For an answer to a list: the count of acknowledged writes when it was asked for. */
  readonly epoch?: number;
};

/** What a version of the service did to the local copy. */
export type Applied = 'new' | 'unchanged' | 'skipped' | 'taken' | 'merged' | 'conflict';

/**
 * Brings one version of the service into the local copy, decided from the record's state now. Call it inside a
 * transaction. A local edit is never overwritten: it is kept, agreed with, or becomes a conflict.
 */
export function applyRemote(db: WritableDb, resource: Resource, sighting: Sighting): Applied {
  const { remote, epoch } = sighting;
  const record = readRecord(db, resource, remote.id);
  if (!record) {
    writeRecord(db, resource, recordFrom(sighting));
    return 'new';
  }
  const attempts = listAttempts(db, resource, remote.id);
  if (epoch !== undefined && isOvertaken(record, attempts, epoch)) return 'skipped';
  const base = baseFrom(record.base, sighting);
  if (isNothingNew(record, attempts, remote)) {
    if (base.sealed !== record.base?.sealed) writeRecord(db, resource, { ...record, base });
    return 'unchanged';
  }
  return meet(db, resource, { record, base, attempts, at: sighting.at });
}

type Newer = Pick<Meeting, 'record' | 'base' | 'at'> & { readonly attempts: readonly Attempt[] };

function meet(db: WritableDb, resource: Resource, { record, base, attempts, at }: Newer): Applied {
  if (record.base?.token === base.token) markChecked(db, resource, record.id);
  else clearAttempts(db, resource, record.id);
  const before = record.base?.values ?? createdFrom(record.local, attempts);
  const payloads = attempts.map(({ payload }) => payload);
  return mergeInto(db, resource, { record, base, before, payloads, at });
}

/** Important! A list computed before our write was acknowledged, or while it is under way, would turn the record back. */
const isOvertaken = (record: StoredRecord, attempts: readonly Attempt[], epoch: number): boolean =>
  record.ackEpoch > epoch || attempts.some(({ outcome }) => outcome === 'sending');

const isNothingNew = (record: StoredRecord, attempts: readonly Attempt[], remote: RemoteRecord): boolean =>
  record.base !== undefined &&
  isSameVersion(record.base, remote) &&
  !record.isMissing &&
  attempts.length === 0;

const isSameVersion = (base: Base, remote: RemoteRecord): boolean =>
  base.token === remote.token && JSON.stringify(base.raw) === JSON.stringify(remote.raw);

const recordFrom = (sighting: Sighting): StoredRecord => ({
  id: sighting.remote.id,
  local: sighting.remote.values,
  base: baseFrom(undefined, sighting),
  seq: 0,
  ackEpoch: 0,
  state: 'clean',
  createdAt: sighting.at,
  editedAt: undefined,
  isMissing: false,
});

/**
 * What a record that was made here was edited from: the payload of its creation. Where several were sent, which one
 * landed is not known, and a field whose local value differs from any of them counts as edited.
 */
function createdFrom(local: Values, attempts: readonly Attempt[]): Values {
  const fields = Object.keys(local).map((field): [string, FieldValue] => {
    const mine = valueOf(local, field);
    const sent = attempts.map(({ payload }) => valueOf(payload, field));
    const other = sent.find((value) => value !== mine);
    // A field that was sent empty has null for its value, which is a value.
    return [field, other === undefined ? mine : other];
  });
  return attempts.length > 0 ? Object.fromEntries(fields) : {};
}

/** The base that a sighting makes, with the token sealed as far as the two sightings allow. */
export function baseFrom(known: Base | undefined, { remote, serverDate }: Sighting): Base {
  const isKnown = known !== undefined && isSameVersion(known, remote);
  const tokenSeenAt = isKnown ? (known.tokenSeenAt ?? serverDate) : serverDate;
  return {
    values: remote.values,
    raw: remote.raw,
    token: remote.token,
    tokenSeenAt,
    sealed: (isKnown && known.sealed) || isSealed(remote.token, { seenAt: tokenSeenAt, serverDate }),
  };
}

/** A record that meets a new base: `before` is the base that its local values were edited from. */
export type Meeting = {
  readonly record: StoredRecord;
  readonly base: Base;
  readonly before: Values;
  readonly payloads: readonly Values[];
  readonly at: string;
};

/** Merges a record with a new base, opens and closes conflicts, writes the history, and saves all of it. */
export function mergeInto(db: WritableDb, resource: Resource, meeting: Meeting): Applied {
  const { record, base, before, payloads, at } = meeting;
  const open = listConflicts(db, resource, record.id);
  const undecided = new Set(open.map(({ field }) => field));
  const free = Object.fromEntries(Object.entries(resource.fields).filter(([field]) => !undecided.has(field)));
  const merged = merge(free, { base: before, local: record.local, remote: base.values, attempts: payloads });
  for (const conflict of merged.conflicts) {
    putConflict(db, resource, {
      id: record.id,
      conflict: {
        field: conflict.field,
        base: conflict.base,
        remote: conflict.remote,
        remoteAt: resource.times(base.raw).updatedAt,
        localAt: record.editedAt,
        choice: undefined,
        detectedAt: at,
      },
    });
  }
  writeLines(db, resource, { meeting, merged });
  const local = { ...merged.local, ...reviseConflicts(db, resource, { record, base, at }) };
  saveRecord(db, resource, { record: { ...record, local, base, isMissing: false }, at });
  if (merged.conflicts.length > 0) return 'conflict';
  if (merged.taken.length === 0) return 'unchanged';
  return merged.kept.length > 0 ? 'merged' : 'taken';
}

function writeLines(
  db: WritableDb,
  resource: Resource,
  { meeting, merged }: { meeting: Meeting; merged: Merged },
): void {
  const { record, base, at } = meeting;
  const line = (kind: 'conflict' | 'merge' | 'pull' | 'returned', changes: readonly Change[]): void => {
    addHistory(db, resource, { id: record.id, at, kind, changes });
  };
  if (record.isMissing) line('returned', []);
  if (merged.conflicts.length > 0) {
    line(
      'conflict',
      merged.conflicts.map(({ field, base: from, remote }) => ({ field, before: from, after: remote })),
    );
  }
  if (merged.taken.length === 0) return;
  const changes = [...merged.taken, ...merged.kept].map((field) => ({
    field,
    before: valueOf(record.local, field),
    after: valueOf(merged.taken.includes(field) ? base.values : record.local, field),
  }));
  line(merged.kept.length > 0 ? 'merge' : 'pull', changes);
}
