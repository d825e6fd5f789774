// Step 5 of docs/sync.md: Push, the creation of a record.
import type { RecordId } from '#shared/model/ids.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { currentId } from '../database/aliases.ts';
import { listAttempts, markAttempt } from '../database/attempts.ts';
import { listPossibleDuplicates } from '../database/duplicates.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { readResourceState } from '../database/sync-state.ts';
import { giveId } from './adopt.ts';
import { applyRemote } from './apply-remote.ts';
import { acknowledge, beginAttempt, endAttempt, refuse, type Begun } from './attempt.ts';
import { isBelievable, takeAsMissing } from './find-missing.ts';
import { findSent } from './find-sent.ts';
import { noteTraits } from './probe.ts';
import { pushUpdate } from './push-update.ts';
import { done, failed, type Pushed } from './pushed.ts';
import { askWhetherSame } from './strays.ts';
import { countApplied } from './tally.ts';
import type { Refusal, Success } from './remote.ts';
import type { RemoteRecord } from '#shared/resources/resource.ts';
import { nowOf, sightingOf, type RoundContext } from './round-context.ts';

/** The status of a record that was removed, where the service remembers its removals. */
const REMOVED = 410;

/** Creates a record on the service under the id that this laptop made; what may have landed is looked for first. */
export async function pushCreate(context: RoundContext, id: RecordId): Promise<Pushed> {
  const { db, resource } = context;
  if (listAttempts(db, resource, id).length > 0) {
    const found = await findOut(context, id);
    if (found !== 'gone') return found;
    // A person may have taken "none of them" back while the service was asked.
    if (listPossibleDuplicates(db, resource, id).length > 0) return done;
  }
  const record = readRecord(db, resource, id);
  return record ? post(context, record) : done;
}

/** Finds out what became of a creation without an answer; `gone` when the service does not have the record. */
async function findOut(context: RoundContext, id: RecordId): Promise<Pushed | 'gone'> {
  const { db, resource } = context;
  const found = await adopt(context, id);
  const isAnswered = listAttempts(db, resource, id).every(({ outcome }) => outcome === 'checked');
  if (found !== 'gone' || isAnswered || readResourceState(db, resource, 'traits')?.keepsClientIds === true)
    return found;
  const sent = findSent(context, id);
  return sent === 'adopted' ? pushUpdate(context, currentId(db, resource, id)) : sent;
}

/** Looks whether the service has the id: adopts what it has and goes on as for any record, or says that it is gone. */
async function adopt(context: RoundContext, id: RecordId): Promise<Pushed | 'gone'> {
  const { db, resource, remote, signal, tally } = context;
  const answer = await remote.get(id, signal);
  if (!answer.ok) return notThere(context, id, answer.failure);
  noteTraits(db, resource, { keepsClientIds: true });
  countApplied(
    tally,
    db.transaction(() => applyRemote(db, resource, sightingOf(context, answer))),
  );
  context.onChanged([id]);
  return pushUpdate(context, id);
}

/** What it means that the service does not have an id: 410 says that it had it, and that it was removed since. */
function notThere(context: RoundContext, id: RecordId, failure: ServiceFailure): Pushed | 'gone' {
  if (failure.kind !== 'gone') return failed(failure);
  if (failure.status !== REMOVED) return 'gone';
  if (!isBelievable(context)) return failed(failure);
  takeAsMissing(context, id);
  return done;
}

async function post(context: RoundContext, record: StoredRecord): Promise<Pushed> {
  const { remote, resource, signal } = context;
  const begun = beginAttempt(context, record, { kind: 'create', fields: Object.keys(resource.fields) });
  const answer = await remote.create(
    { id: record.id, values: begun.payload, createdAt: record.createdAt, key: begun.attempt },
    signal,
  );
  if (!answer.ok) return takeRefusal(context, begun, answer);
  takeAnswer(context, begun, answer);
  return done;
}

/** Takes the created record, under the id that the service has for it; one that is here already may be another's. */
function takeAnswer(context: RoundContext, begun: Begun, answer: Success<RemoteRecord>): void {
  const { db, resource } = context;
  const { id } = begun.record;
  const given = answer.value.id;
  if (given !== id && readRecord(db, resource, given)) {
    askAboutAnswer(context, begun, given);
    return;
  }
  db.transaction(() => {
    noteTraits(db, resource, { keepsClientIds: given === id });
    giveId(db, resource, { from: id, to: given, landed: begun.attempt });
    acknowledge(
      context,
      { ...begun, record: { ...begun.record, id: given } },
      { remote: answer.value, serverDate: answer.serverDate },
    );
  });
  if (given !== id) context.onChanged([id, given]);
}

function askAboutAnswer(context: RoundContext, begun: Begun, given: RecordId): void {
  const { db, resource } = context;
  const { id } = begun.record;
  db.transaction(() => {
    markAttempt(db, begun.attempt, 'checked');
    askWhetherSame(db, resource, { id, others: [given], at: nowOf(context) });
  });
  context.onChanged([id]);
}

async function takeRefusal(context: RoundContext, begun: Begun, { failure }: Refusal): Promise<Pushed> {
  endAttempt(context, begun, failure);
  if (failure.kind === 'refused' || failure.kind === 'forbidden') return done;
  // It may still be under way somewhere.
  context.holds.unsettle(begun.record.id);
  if (failure.kind !== 'stale') return failed(failure);
  // A 409 says that the id is taken: by an earlier try of ours, or for another reason that the service may not name.
  const found = await adopt(context, begun.record.id);
  if (found !== 'gone') return found;
  // What was sent stays remembered: a second delivery of it may be what the service means.
  const { db, resource } = context;
  const { id, seq } = begun.record;
  if (readRecord(db, resource, id)?.seq === seq) refuse(context, id, failure);
  return done;
}
