// Step 5 of docs/sync.md: Push.
import type { RecordId } from '#shared/model/ids.ts';
import type { Trigger } from '#shared/model/sync-status.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { listDue, readEntry } from '../database/outbox.ts';
import { readRecord } from '../database/records.ts';
import { backOff } from './back-off.ts';
import { pushCreate } from './push-create.ts';
import { pushUpdate } from './push-update.ts';
import { done, type Pushed } from './pushed.ts';
import { stopsRound } from './stops-round.ts';
import type { RoundContext } from './round-context.ts';

/** That many failures one after the other are the service's, not the records'. */
const MOST_IN_A_ROW = 3;

/** Sends what waits, the oldest edit first; one bad record never holds the others up, and a person's word ends every wait. */
export async function push(context: RoundContext, trigger: Trigger): Promise<ServiceFailure | undefined> {
  const { db, resource, holds } = context;
  const due = listDue(db, resource)
    .filter((id) => trigger === 'person' || !holds.isHeld(id))
    // Those that failed before come last, so that they never keep a fresh one from its turn.
    .sort((a, b) => Number(holds.triesOf(a) > 0) - Number(holds.triesOf(b) > 0));
  let inARow = 0;
  for (const [index, id] of due.entries()) {
    context.onProgress({ phase: 'sending', done: index, total: due.length });
    const pushed = await pushRecord(context, id);
    const failure = takeTurn(context, id, pushed);
    if (failure && stopsRound(failure)) return failure;
    inARow = failure ? inARow + 1 : 0;
    if (failure && inARow >= MOST_IN_A_ROW) return failure;
  }
  return undefined;
}

async function pushRecord(context: RoundContext, id: RecordId): Promise<Pushed> {
  const { db, resource } = context;
  // Read now: what was due when the round began may have been decided or refused since.
  const record = readRecord(db, resource, id);
  if (!record || !readEntry(db, resource, id)) return done;
  return record.base ? pushUpdate(context, id) : pushCreate(context, id);
}

/** Lets a record that is not done wait, longer each time; answers why it is not, when something failed. */
function takeTurn({ holds, ports }: RoundContext, id: RecordId, pushed: Pushed): ServiceFailure | undefined {
  if (pushed.kind === 'done') holds.release(id);
  else if (pushed.kind === 'later') holds.hold(id, pushed.wait, pushed.isBusy ? 'busy' : 'settling');
  else {
    holds.hold(id, backOff(holds.triesOf(id) + 1, ports.random, pushed.failure.retryAfter), 'failing');
  }
  return pushed.kind === 'failed' ? pushed.failure : undefined;
}
