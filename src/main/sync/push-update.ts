// Step 5 of docs/sync.md: Push, the update of a record.
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { hasAttempt } from '../database/attempts.ts';
import { readDoubt } from '../database/doubts.ts';
import type { ReadableDb } from '../database/handle.ts';
import { readRecord, unsentChanges, type Base, type StoredRecord } from '../database/records.ts';
import { readResourceState } from '../database/sync-state.ts';
import { applyRemote, type Sighting } from './apply-remote.ts';
import { acknowledge, beginAttempt, endAttempt, refuse, type Begun } from './attempt.ts';
import { backOff } from './back-off.ts';
import { editTimeOver, isNamedByEditTime } from './edit-time.ts';
import { isBelievable, takeAsMissing } from './find-missing.ts';
import { done, failed, later, type Pushed } from './pushed.ts';
import type { Refusal } from './remote.ts';
import { NEVER_REFUSED } from './probe.ts';
import { nowOf, sightingOf, type RoundContext } from './round-context.ts';
import { countApplied } from './tally.ts';

const MOST_MERGES = 3;

/** Two ticks of the coarsest clock that services write tokens with, ms: after them a fresh token is sealed. */
const NEXT_TICK = 2000;

/** How long a record waits for the next pull to look at it, ms. */
const NEXT_PULL = 30_000;

type Ready = StoredRecord & { readonly base: Base };

/** Sends the changed fields of a record under the token of the version that was merged last. */
export async function pushUpdate(context: RoundContext, id: RecordId): Promise<Pushed> {
  for (let merges = 0; merges <= MOST_MERGES; merges += 1) {
    const ready = await prepare(context, { id, isFresh: merges > 0 });
    if ('kind' in ready) return ready;
    const pushed = await put(context, ready.record);
    if (pushed !== 'merged') return pushed;
  }
  // Others write the record as fast as it is merged here: it takes its turn again later.
  const tries = context.holds.triesOf(id) + 1;
  context.ports.log.warn('A record is very busy.', { id, tries });
  return later(backOff(tries, context.ports.random), { isBusy: true });
}

/** Brings a record to where it can be sent, or says how its turn ended. */
async function prepare(
  context: RoundContext,
  turn: { id: RecordId; isFresh: boolean },
): Promise<{ readonly record: Ready } | Pushed> {
  const { db, resource } = context;
  const { id } = turn;
  // Whether the service stands by an older version is asked in a round of its own (look-again.ts).
  if (readDoubt(db, resource, id) === 'shown-older') return later(NEXT_PULL);
  if (mustLook(context, turn)) {
    const failure = await look(context, id);
    if (failure) return turnAfter(context, failure);
  }
  const record = readRecord(db, resource, id);
  if (!record?.base || record.state !== 'dirty') return done;
  const isSure = record.base.sealed && readDoubt(db, resource, id) === 'none';
  return isSure ? { record: { ...record, base: record.base } } : later(NEXT_TICK);
}

/**
 * Whether the service has to be asked for its version first: an outcome is unknown, another write may hide behind the
 * token, or the token does not guard a write well: clients set it, or the service does not look at it. `isFresh`:
 * the version was merged a moment ago.
 */
function mustLook(
  { db, resource }: RoundContext,
  { id, isFresh }: { id: RecordId; isFresh: boolean },
): boolean {
  const base = readRecord(db, resource, id)?.base;
  if (!base?.sealed || hasAttempt(db, resource, id) || readDoubt(db, resource, id) !== 'none') return true;
  return !isFresh && isGuardWeak(db, resource, base);
}

/** Whether a write may go over a version that its token does not name. */
const isGuardWeak = (db: ReadableDb, resource: Resource, base: Base): boolean =>
  resource.token === 'count' ||
  isNamedByEditTime(resource, base) ||
  readResourceState(db, resource, 'traits')?.tolerance === NEVER_REFUSED;

/** What a failure to look at a record means for its turn: one that a person has to look at needs no further try. */
const turnAfter = (context: RoundContext, failure: ServiceFailure): Pushed =>
  failure.kind === 'forbidden' || (failure.kind === 'gone' && isBelievable(context)) ? done : failed(failure);

/** Asks for the service's present version and merges it; one that is gone or not for this person is taken as such. */
async function look(context: RoundContext, id: RecordId): Promise<ServiceFailure | undefined> {
  const answer = await context.remote.get(id, context.signal);
  if (answer.ok) {
    sight(context, sightingOf(context, answer));
    return undefined;
  }
  if (answer.failure.kind === 'gone' && isBelievable(context)) takeAsMissing(context, id);
  if (answer.failure.kind === 'forbidden') refuse(context, id, answer.failure);
  return answer.failure;
}

function sight(context: RoundContext, sighting: Sighting): void {
  const { db, resource, tally } = context;
  const applied = db.transaction(() => applyRemote(db, resource, sighting));
  countApplied(tally, applied);
  context.onChanged([sighting.remote.id]);
}

async function put(context: RoundContext, record: Ready): Promise<Pushed | 'merged'> {
  const { resource, remote, signal } = context;
  const begun = beginAttempt(context, record, { kind: 'update', fields: unsentChanges(resource, record) });
  const updatedAt = editTimeOver(resource, record.base, record.editedAt ?? nowOf(context));
  const over = record.base.values;
  const terms = { updatedAt, over, token: record.base.token, overwrite: false };
  const answer = await remote.update({ id: record.id, changes: begun.payload, terms }, signal);
  if (!answer.ok) return takeRefusal(context, { begun, token: record.base.token }, answer);
  acknowledge(context, begun, { remote: answer.value, serverDate: answer.serverDate });
  return done;
}

type Sent = { readonly begun: Begun; readonly token: string };

async function takeRefusal(
  context: RoundContext,
  { begun, token }: Sent,
  refusal: Refusal,
): Promise<Pushed | 'merged'> {
  const { failure } = refusal;
  const { id } = begun.record;
  endAttempt(context, begun, failure);
  if (failure.kind === 'gone' && isBelievable(context)) takeAsMissing(context, id);
  if (failure.kind === 'refused') return done;
  if (failure.kind !== 'stale') return turnAfter(context, failure);
  const missed = await meet(context, id, refusal);
  if (missed) return turnAfter(context, missed);
  if (readDoubt(context.db, context.resource, id) !== 'none') return later(NEXT_TICK);
  if (readRecord(context.db, context.resource, id)?.base?.token !== token) return 'merged';
  // A 409 although the token is still the newest means something else: a person has to look at it.
  endAttempt(context, begun, { ...failure, kind: 'refused' });
  return done;
}

/** Merges the version that a stale write met: the one that the 409 carries, else the one that is asked for. */
async function meet(
  context: RoundContext,
  id: RecordId,
  { current, serverDate }: Refusal,
): Promise<ServiceFailure | undefined> {
  if (current?.id !== id) return look(context, id);
  sight(context, { ...sightingOf(context, { value: current, serverDate }), isNewest: true });
  return undefined;
}
