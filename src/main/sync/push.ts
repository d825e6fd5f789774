// Step 5 of docs/sync.md: Push.
import type { RecordId } from '#shared/model/ids.ts';
import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';
import { holdEntry, listDue, readEntry } from '../database/outbox.ts';
import { readRecord } from '../database/records.ts';
import { backOff } from './back-off.ts';
import { pushCreate } from './push-create.ts';
import { pushUpdate } from './push-update.ts';
import { done, type Pushed } from './pushed.ts';
import type { RoundContext } from './round-context.ts';

/** Failures that every other record would meet as well: the rest of the outbox waits for the next round. */
const STOPS: readonly ServiceFailureKind[] = [
  'unreachable',
  'busy',
  'certificate',
  'redirected',
  'not-the-service',
  'signed-out',
];

/** That many failures one after the other are the service's, not the records'. */
const MOST_IN_A_ROW = 3;

/** Sends what waits, the oldest edit first; one bad record never holds the others up. */
export async function push(context: RoundContext): Promise<ServiceFailure | undefined> {
  const { db, resource, ports } = context;
  const due = listDue(db, resource, ports.clock.now());
  let inARow = 0;
  for (const [index, { id }] of due.entries()) {
    context.onProgress({ phase: 'sending', done: index, total: due.length });
    const pushed = await pushRecord(context, id);
    if (pushed.kind === 'later') hold(context, id, pushed.wait);
    inARow = pushed.kind === 'failed' ? inARow + 1 : 0;
    if (pushed.kind !== 'failed') continue;
    const { failure } = pushed;
    if (STOPS.includes(failure.kind)) return failure;
    const tries = (readEntry(db, resource, id)?.tries ?? 0) + 1;
    hold(context, id, backOff(tries, ports.random, failure.retryAfter));
    if (inARow >= MOST_IN_A_ROW) return failure;
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

function hold({ db, resource, ports }: RoundContext, id: RecordId, wait: number): void {
  holdEntry(db, resource, { id, notBefore: ports.clock.now() + wait });
}
