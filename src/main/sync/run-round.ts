// One round of docs/sync.md: Recover, Pull, Merge, Missing, Push, Report.
import type { Round, Trigger } from '#shared/model/sync-status.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';
import { totalOf } from '../database/records.ts';
import { addRound } from '../database/rounds.ts';
import { writeResourceState } from '../database/sync-state.ts';
import { findMissing } from './find-missing.ts';
import { lookAgain } from './look-again.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { recover } from './recover.ts';
import { nowOf, type RoundContext } from './round-context.ts';
import type { OneOrMore } from './served-resource.ts';
import { stopsRound } from './stops-round.ts';

/** What starts a round and which resources it pulls; one that only carries an edit out may do without. */
export type RoundPlan = {
  readonly trigger: Trigger;
  readonly isPulling: (resource: Resource) => boolean;
};

/**
 * What a round did, why it did not reach the end, if so, and whether its pull saw everything that the service has.
 * `hindrance` is what the next round waits for: what one resource met that not every service has keeps no other waiting.
 */
export type RoundEnd = Omit<Round, 'id'> & {
  readonly isWhole: boolean;
  readonly hindrance: ServiceFailure | undefined;
};

type Exchanged = Pick<RoundEnd, 'failure' | 'isWhole'>;

/**
 * Runs one round over all resources to its end and writes it down. Their contexts have all in common but the resource, its
 * remote and its holds.
 */
export async function runRound(contexts: OneOrMore<RoundContext>, plan: RoundPlan): Promise<RoundEnd> {
  const [context] = contexts;
  const { db, ports, tally } = context;
  const { trigger } = plan;
  const startedAt = nowOf(context);
  const started = ports.clock.monotonic();
  context.onProgress({ phase: 'checking', done: 0, total: undefined });
  for (const { resource } of contexts) recover(db, resource);
  const { failure, isWhole, hindrance } = await exchangeAll(contexts, plan);
  const took = Math.round(ports.clock.monotonic() - started);
  const round = { startedAt, took, trigger, ...tally, failure };
  // A round that was ended on purpose has nothing to tell.
  if (!context.signal.aborted) addRound(db, round);
  ports.log.info('Round ended.', { trigger, took, ...tally, failure: failure?.kind });
  return { ...round, isWhole, hindrance };
}

/** One resource after the other; what every other would meet as well ends the round. */
async function exchangeAll(
  contexts: OneOrMore<RoundContext>,
  plan: RoundPlan,
): Promise<Exchanged & Pick<RoundEnd, 'hindrance'>> {
  let all: Awaited<ReturnType<typeof exchangeAll>> = {
    failure: undefined,
    isWhole: true,
    hindrance: undefined,
  };
  for (const context of contexts) {
    const { failure, isWhole } = await exchange(context, plan);
    if (failure && stopsRound(failure)) return { failure, isWhole: false, hindrance: failure };
    all = {
      failure: all.failure ?? failure,
      isWhole: all.isWhole && isWhole,
      hindrance: all.hindrance ?? (context.resource.isExpected ? failure : undefined),
    };
  }
  return all;
}

async function exchange(context: RoundContext, { trigger, isPulling }: RoundPlan): Promise<Exchanged> {
  // What is not pulled is as whole as it was.
  const pulled = isPulling(context.resource)
    ? await pullAndCompare(context, trigger)
    : { failure: undefined, isWhole: true };
  if (pulled.failure)
    return isNotOffered(context, pulled.failure) ? { ...pulled, failure: undefined, isWhole: true } : pulled;
  return { ...pulled, failure: await push(context, trigger) };
}

/** What a service answers that has no such resource: it refuses, asks for another sign-in, or shows a page of its own. */
const NOT_THERE: readonly ServiceFailureKind[] = [
  'gone',
  'forbidden',
  'refused',
  'signed-out',
  'redirected',
  'not-the-service',
  'wrong-shape',
];

/** Whether a failure to list a resource means that the service does not have it; one of which something is here it had. */
function isNotOffered({ db, resource }: RoundContext, { kind }: ServiceFailure): boolean {
  if (resource.isExpected || !NOT_THERE.includes(kind) || totalOf(db, resource) > 0) return false;
  writeResourceState(db, resource, 'is_offered', false);
  return true;
}

async function pullAndCompare(context: RoundContext, trigger: Trigger): Promise<Exchanged> {
  const began = context.ports.clock.monotonic();
  const isFirst = !context.holds.hasPulled;
  const pulled = await pull(context, { isThorough: isFirst });
  if ('detail' in pulled) return { failure: pulled, isWhole: false };
  const isWhole = pulled.kind !== 'partial';
  writeResourceState(context.db, context.resource, 'is_offered', true);
  if (isWhole) context.holds.notePull(began);
  const missed = await lookAgain(context, { isThorough: isFirst || trigger === 'person' });
  return { failure: missed ?? (await findMissing(context)), isWhole };
}
