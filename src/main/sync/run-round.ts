// One round of docs/sync.md: Recover, Pull, Merge, Missing, Push, Report.
import type { Round, Trigger } from '#shared/model/sync-status.ts';
import { addRound } from '../database/rounds.ts';
import { findMissing } from './find-missing.ts';
import { lookAgain } from './look-again.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { recover } from './recover.ts';
import { nowOf, type RoundContext } from './round-context.ts';

/** What starts a round and whether it pulls; a round that only carries an edit out may do without. */
export type RoundPlan = { readonly trigger: Trigger; readonly isPulling: boolean };

/** What a round did, why it did not reach the end, if so, and whether its pull saw everything that the service has. */
export type RoundEnd = Omit<Round, 'id'> & { readonly isWhole: boolean };

type Exchanged = Pick<RoundEnd, 'failure' | 'isWhole'>;

/** Runs one round to its end and writes it down. */
export async function runRound(context: RoundContext, plan: RoundPlan): Promise<RoundEnd> {
  const { db, resource, ports, tally } = context;
  const { trigger } = plan;
  const startedAt = nowOf(context);
  const started = ports.clock.monotonic();
  context.onProgress({ phase: 'checking', done: 0, total: undefined });
  recover(db, resource);
  const { failure, isWhole } = await exchange(context, plan);
  const took = Math.round(ports.clock.monotonic() - started);
  const round = { startedAt, took, trigger, ...tally, failure };
  // A round that was ended on purpose has nothing to tell.
  if (!context.signal.aborted) addRound(db, round);
  ports.log.info('Round ended.', { trigger, took, ...tally, failure: failure?.kind });
  return { ...round, isWhole };
}

async function exchange(context: RoundContext, { trigger, isPulling }: RoundPlan): Promise<Exchanged> {
  const pulled = isPulling ? await pullAndCompare(context, trigger) : { failure: undefined, isWhole: false };
  if (pulled.failure) return pulled;
  return { ...pulled, failure: await push(context, trigger) };
}

async function pullAndCompare(context: RoundContext, trigger: Trigger): Promise<Exchanged> {
  const began = context.ports.clock.monotonic();
  const isFirst = !context.holds.hasPulled;
  const pulled = await pull(context, { isThorough: isFirst });
  if ('detail' in pulled) return { failure: pulled, isWhole: false };
  const isWhole = pulled.kind !== 'partial';
  if (isWhole) context.holds.notePull(began);
  const missed = await lookAgain(context, { isThorough: isFirst || trigger === 'person' });
  return { failure: missed ?? (await findMissing(context)), isWhole };
}
