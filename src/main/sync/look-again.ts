// Step 2 of docs/sync.md: Pull, the records whose rows were not believed.
import type { RecordId } from '#shared/model/ids.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { listDoubted, writeDoubt } from '../database/doubts.ts';
import { applyRemote } from './apply-remote.ts';
import { isBelievable, takeAsMissing } from './find-missing.ts';
import { sightingOf, type RoundContext } from './round-context.ts';
import { stopsRound } from './stops-round.ts';
import { countApplied } from './tally.ts';

/** Asks the service for every record whose row in a list was not believed; one that it does not answer for waits. */
export async function lookAgain(context: RoundContext): Promise<ServiceFailure | undefined> {
  for (const id of listDoubted(context.db, context.resource)) {
    const failure = await ask(context, id);
    if (failure && stopsRound(failure)) return failure;
  }
  return undefined;
}

async function ask(context: RoundContext, id: RecordId): Promise<ServiceFailure | undefined> {
  const { db, resource, remote, signal, tally } = context;
  const answer = await remote.get(id, signal);
  if (!answer.ok) {
    if (answer.failure.kind !== 'gone') return answer.failure;
    writeDoubt(db, resource, { id, doubt: 'none' });
    if (isBelievable(context)) takeAsMissing(context, id);
    return undefined;
  }
  const sighting = sightingOf(context, answer);
  const applied = db.transaction(() => applyRemote(db, resource, sighting));
  countApplied(tally, applied);
  if (applied !== 'unchanged' && applied !== 'doubted') context.onChanged([id]);
  return undefined;
}
