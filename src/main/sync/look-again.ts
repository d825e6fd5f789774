// Step 2 of docs/sync.md: Pull, the records that a list does not settle.
import type { RecordId } from '#shared/model/ids.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { listMissing } from '../database/absences.ts';
import { listDoubted, writeDoubt } from '../database/doubts.ts';
import { readRecord } from '../database/records.ts';
import { applyRemote } from './apply-remote.ts';
import { isBelievable, takeAsMissing } from './find-missing.ts';
import { sightingOf, type RoundContext } from './round-context.ts';
import { stopsRound } from './stops-round.ts';
import { countApplied } from './tally.ts';

const MOST_MISSING = 50;

/**
 * Asks the service for every record whose row in a list was not believed; `isThorough`: also for those that it did not
 * have any more, since no delta would name them. One that it does not answer for waits.
 */
export async function lookAgain(
  context: RoundContext,
  { isThorough }: { readonly isThorough: boolean },
): Promise<ServiceFailure | undefined> {
  const { db, resource } = context;
  const missing = isThorough ? listMissing(db, resource, MOST_MISSING) : [];
  for (const id of new Set([...listDoubted(db, resource), ...missing])) {
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
    const isNews = readRecord(db, resource, id)?.isMissing === false;
    // Important! The doubt is all that says to look again: it ends with what it was about, or not at all.
    if (isNews && !isBelievable(context)) return undefined;
    db.transaction(() => {
      writeDoubt(db, resource, { id, doubt: 'none' });
      if (isNews) takeAsMissing(context, id);
    });
    return undefined;
  }
  const applied = db.transaction(() => applyRemote(db, resource, sightingOf(context, answer)));
  countApplied(tally, applied);
  if (applied !== 'unchanged' && applied !== 'doubted') context.onChanged([id]);
  return undefined;
}
