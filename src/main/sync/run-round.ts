// One round of docs/sync.md: Recover, Pull, Merge, Missing, Push, Report.
import type { Round, Trigger } from '#shared/model/sync-status.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { addRound } from '../database/rounds.ts';
import { findMissing } from './find-missing.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { recover } from './recover.ts';
import { nowOf, type RoundContext } from './round-context.ts';

/** What starts a round and whether it pulls; a round that only carries an edit out may do without. */
export type RoundPlan = { readonly trigger: Trigger; readonly isPulling: boolean };

/** Runs one round to its end and writes it down; answers what it did and why it did not reach the end, if so. */
export async function runRound(context: RoundContext, plan: RoundPlan): Promise<Omit<Round, 'id'>> {
  const { db, resource, ports, tally } = context;
  const { trigger } = plan;
  const startedAt = nowOf(context);
  const started = ports.clock.monotonic();
  context.onProgress({ phase: 'checking', done: 0, total: undefined });
  recover(db, resource);
  const failure = await exchange(context, plan);
  const took = Math.round(ports.clock.monotonic() - started);
  const round = { startedAt, took, trigger, ...tally, failure };
  addRound(db, round);
  ports.log.info('Round ended.', { trigger, took, ...tally, failure: failure?.kind });
  return round;
}

async function exchange(
  context: RoundContext,
  { trigger, isPulling }: RoundPlan,
): Promise<ServiceFailure | undefined> {
  if (isPulling) {
    const pulled = await pull(context);
    if ('detail' in pulled) return pulled;
    const failure = await findMissing(context, pulled);
    if (failure) return failure;
  }
  return push(context, trigger);
}
