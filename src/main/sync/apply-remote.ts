// Step 3 of docs/sync.md: Merge, as it happens to one record of the local copy.
import { isDeepStrictEqual } from 'node:util';
import { valueOf, type FieldValue, type Values } from '#shared/model/field.ts';
import type { RemoteRecord, Resource } from '#shared/resources/resource.ts';
import { noteAbsences } from '../database/absences.ts';
import { countArrivals } from '../database/arrivals.ts';
import { clearAttempts, listAttempts, markChecked, type Attempt } from '../database/attempts.ts';
import type { WritableDb } from '../database/handle.ts';
import { readRecord, writeRecord, type Base, type StoredRecord } from '../database/records.ts';
import { isBelieved, mustAskAfter } from './doubt.ts';
import { isSealed } from './seal.ts';
import { mergeInto } from './merge-into.ts';
import { watchForStrays } from './strays.ts';

/** A version of the service's record, when the service said it, and when it came to this laptop. */
export type Sighting = {
  readonly remote: RemoteRecord;
  /** The service's own time, ms since 1970. */
  readonly serverDate: number | undefined;
  /** This laptop's time, ISO 8601. */
  readonly at: string;
  /** Tokens closer than this may count as equal to the service, ms. */
  readonly margin: number;
  /** For an answer to a list: the count of acknowledged writes when it was asked for. */
  readonly epoch?: number;
  /** Whether the service refused a write for the sake of this version, so that it is the newest for certain. */
  readonly isNewest?: boolean;
};

/** What a version of the service did to the local copy; `doubted`: it was not believed, and has to be asked for. */
export type Applied = 'new' | 'unchanged' | 'doubted' | 'taken' | 'merged' | 'conflict';

/**
 * Brings one version of the service into the local copy, decided from the record's state now. Call it inside a
 * transaction. A local edit is never overwritten: it is kept, agreed with, or becomes a conflict.
 */
export function applyRemote(db: WritableDb, resource: Resource, sighting: Sighting): Applied {
  const { remote, epoch } = sighting;
  const record = readRecord(db, resource, remote.id);
  if (!record) {
    writeRecord(db, resource, recordFrom(resource, sighting, countArrivals(db, resource) + 1));
    watchForStrays(db, resource, sighting);
    return 'new';
  }
  // The service was asked for this very record and has it.
  if (epoch === undefined) noteAbsences(db, resource, { absent: [], returned: [remote.id] });
  const attempts = listAttempts(db, resource, remote.id);
  if (epoch !== undefined && isOvertaken(record, attempts, epoch)) {
    mustAskAfter(db, resource, remote.id);
    return 'doubted';
  }
  if (!isBelieved(db, resource, { record, sighting })) return 'doubted';
  const base = baseFrom(resource, record.base, sighting);
  if (isNothingNew(record, attempts, remote)) {
    if (base.sealed !== record.base?.sealed) writeRecord(db, resource, { ...record, base });
    return 'unchanged';
  }
  return meet(db, resource, { record, base, attempts, at: sighting.at });
}

type Newer = {
  readonly record: StoredRecord;
  readonly base: Base;
  readonly attempts: readonly Attempt[];
  readonly at: string;
};

function meet(db: WritableDb, resource: Resource, { record, base, attempts, at }: Newer): Applied {
  if (record.base?.token === base.token) markChecked(db, resource, record.id);
  else clearAttempts(db, resource, record.id);
  const before = record.base?.values ?? createdFrom(record.local, attempts);
  const payloads = attempts.map(({ payload }) => payload);
  const outcomes = payloads.flatMap((sent) => resource.outcomesOf(sent, record.base?.values ?? {}));
  return mergeInto(db, resource, { record, base, before, payloads: outcomes, at });
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
  base.token === remote.token && isDeepStrictEqual(base.raw, remote.raw);

const recordFrom = (resource: Resource, sighting: Sighting, arrival: number): StoredRecord => ({
  id: sighting.remote.id,
  local: sighting.remote.values,
  base: baseFrom(resource, undefined, sighting),
  seq: 0,
  ackEpoch: 0,
  state: 'clean',
  createdAt: sighting.at,
  editedAt: undefined,
  isMissing: false,
  judgement: undefined,
  arrival,
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

/** The earlier of two times: a service whose clock stepped back is counted from there. */
const earlier = (seenAt: number | undefined, now: number | undefined): number | undefined =>
  seenAt === undefined || now === undefined ? (seenAt ?? now) : Math.min(seenAt, now);

/** The base that a sighting makes, with the token sealed as far as the two sightings allow. */
export function baseFrom(
  resource: Resource,
  known: Base | undefined,
  { remote, serverDate, margin }: Pick<Sighting, 'remote' | 'serverDate' | 'margin'>,
): Base {
  const isKnown = known !== undefined && isSameVersion(known, remote);
  const tokenSeenAt = isKnown ? earlier(known.tokenSeenAt, serverDate) : serverDate;
  return {
    values: remote.values,
    raw: remote.raw,
    token: remote.token,
    tokenSeenAt,
    // No two writes share a count.
    sealed:
      resource.token === 'count' ||
      (isKnown && known.sealed) ||
      isSealed(remote.token, { seenAt: tokenSeenAt, serverDate, margin }),
    version: isKnown ? known.version : (known?.version ?? 0) + 1,
  };
}
