// Step 5 of docs/sync.md: the part of Push that every request that writes has in common.
import { valueOf, type Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Attention, Change } from '#shared/model/record.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import type { RemoteRecord, Resource } from '#shared/resources/resource.ts';
import {
  addAttempt,
  clearAttempts,
  listAttempts,
  markAttempt,
  removeAttempt,
  type Attempt,
} from '../database/attempts.ts';
import { countArrivals } from '../database/arrivals.ts';
import { addHistory } from '../database/history.ts';
import { setAttention } from '../database/outbox.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { saveRecord, settleState } from '../database/settle-record.ts';
import { readResourceState, writeResourceState } from '../database/sync-state.ts';
import { assert } from '#shared/assert.ts';
import { baseFrom } from './apply-remote.ts';
import { mergeInto } from './merge-into.ts';
import { marginOf, nowOf, type RoundContext } from './round-context.ts';

/** A payload that is written down and may leave. */
export type Begun = { readonly attempt: string; readonly record: StoredRecord; readonly payload: Values };

/** Writes an attempt down before its request leaves, with the values that the record has now and that go together. */
export function beginAttempt(
  context: RoundContext,
  record: StoredRecord,
  { kind, fields }: { kind: Attempt['kind']; fields: readonly string[] },
): Begun {
  const { db, resource, ports } = context;
  const attempt = ports.newId();
  const changes = Object.fromEntries(fields.map((field) => [field, valueOf(record.local, field)]));
  const payload = record.base ? resource.nextOf(changes, record.base.values) : changes;
  db.transaction(() => {
    addAttempt(db, resource, {
      attempt,
      id: record.id,
      kind,
      payload,
      seq: record.seq,
      sentAt: nowOf(context),
      arrivals: countArrivals(db, resource),
    });
    settleState(db, resource, record.id);
  });
  return { attempt, record, payload };
}

/**
 * Takes a 2xx: what was sent is the base now, the answer's token its token, and the record stays in the outbox only
 * if it was edited meanwhile.
 */
export function acknowledge(
  context: RoundContext,
  begun: Begun,
  { remote, serverDate }: { remote: RemoteRecord; serverDate: number | undefined },
): void {
  const { db, resource } = context;
  const { id } = begun.record;
  const at = nowOf(context);
  db.transaction(() => {
    const record = readRecord(db, resource, id);
    assert(record !== undefined, `Record ${id} was acknowledged but is not in the local copy.`);
    const epoch = (readResourceState(db, resource, 'ack_epoch') ?? 0) + 1;
    writeResourceState(db, resource, 'ack_epoch', epoch);
    removeAttempt(db, begun.attempt);
    const payloads = listAttempts(db, resource, id).map(({ payload }) => payload);
    if (record.base?.token !== remote.token) clearAttempts(db, resource, id);
    const landed = landedOf(resource, begun, remote);
    const before = { ...record.base?.values, ...landed };
    addHistory(db, resource, { id, at, kind: 'sent', changes: changesOf(record, landed) });
    // Tries that failed before are over with the first one that did not.
    setAttention(db, resource, { id, attention: undefined });
    const base = baseFrom(resource, record.base, { remote, serverDate, margin: marginOf(db, resource) });
    mergeInto(db, resource, { record: { ...record, ackEpoch: epoch }, base, before, payloads, at });
  });
  context.tally.sent += 1;
  context.onChanged([id]);
}

/** What became of a payload: the outcome that the answer shows, else what was sent. */
function landedOf(resource: Resource, { record, payload }: Begun, remote: RemoteRecord): Values {
  const outcomes = resource.outcomesOf(payload, record.base?.values ?? {});
  const isShown = (outcome: Values): boolean =>
    Object.entries(outcome).every(([field, value]) => valueOf(remote.values, field) === value);
  return outcomes.find(isShown) ?? payload;
}

/** What a payload changed on the service; a new record's empty fields changed nothing. */
const changesOf = ({ base }: StoredRecord, payload: Values): Change[] =>
  Object.entries(payload)
    .map(([field, after]) => ({ field, before: base ? valueOf(base.values, field) : null, after }))
    .filter(({ before, after }) => before !== after);

/** Whether it is certain that the service did not apply what was sent; a gateway may say "busy" after it did. */
function isDefinite({ kind, status }: ServiceFailure): boolean {
  if (kind === 'busy') return status === TOO_EARLY || status === TOO_MANY;
  return kind === 'refused' || kind === 'forbidden' || kind === 'gone' || kind === 'signed-out';
}

const TOO_EARLY = 425;
const TOO_MANY = 429;

/**
 * Takes a failure of a request that writes. After a certain one the attempt is forgotten; after a stale token its
 * payload is remembered, since a duplicate of the request may have landed before it; after any other the outcome is
 * unknown.
 */
export function endAttempt(context: RoundContext, begun: Begun, failure: ServiceFailure): void {
  const { db, resource, tally } = context;
  const { id } = begun.record;
  db.transaction(() => {
    if (isDefinite(failure)) removeAttempt(db, begun.attempt);
    else markAttempt(db, begun.attempt, failure.kind === 'stale' ? 'checked' : 'unknown');
    const record = readRecord(db, resource, id);
    if (record) saveRecord(db, resource, { record, at: nowOf(context) });
    // What the person typed meanwhile was not refused.
    const isCurrent = record?.seq === begun.record.seq;
    if (isCurrent && (failure.kind === 'refused' || failure.kind === 'forbidden'))
      refuse(context, id, failure);
  });
  if (!isDefinite(failure) && failure.kind !== 'stale') tally.unanswered += 1;
  context.onChanged([id]);
}

/** Takes the service's no to a record: it needs attention, and is not tried again until it was edited. */
export function refuse(context: RoundContext, id: RecordId, failure: ServiceFailure): void {
  const { db, resource, tally } = context;
  db.transaction(() => {
    setAttention(db, resource, { id, attention: attentionOf(context, failure) });
    addHistory(db, resource, { id, at: nowOf(context), kind: 'refused', changes: [] });
    settleState(db, resource, id);
  });
  tally.refused += 1;
}

function attentionOf(context: RoundContext, failure: ServiceFailure): Attention {
  const told = failure.sentences?.[0];
  return {
    sentence: told?.sentence ?? failure.detail,
    field: told?.field,
    status: failure.status,
    requestId: failure.requestId,
    at: nowOf(context),
  };
}
