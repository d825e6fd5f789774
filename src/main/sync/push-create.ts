// Step 5 of docs/sync.md: Push, the creation of a record.
import type { RecordId } from '#shared/model/ids.ts';
import { listAttempts } from '../database/attempts.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { applyRemote } from './apply-remote.ts';
import { acknowledge, beginAttempt, endAttempt, type Begun } from './attempt.ts';
import { pushUpdate } from './push-update.ts';
import { done, failed, type Pushed } from './pushed.ts';
import { countApplied } from './tally.ts';
import type { Refusal } from './remote.ts';
import { nowOf, type RoundContext } from './round-context.ts';

/** Creates a record on the service under the id that this laptop made; what may have landed is looked for first. */
export async function pushCreate(context: RoundContext, id: RecordId): Promise<Pushed> {
  const { db, resource } = context;
  if (listAttempts(db, resource, id).length > 0) {
    const found = await adopt(context, id);
    if (found !== 'gone') return found;
  }
  const record = readRecord(db, resource, id);
  return record ? post(context, record) : done;
}

/** Looks whether the service has the id: adopts what it has and goes on as for any record, or says that it is gone. */
async function adopt(context: RoundContext, id: RecordId): Promise<Pushed | 'gone'> {
  const { db, resource, remote, signal, tally } = context;
  const answer = await remote.get(id, signal);
  if (!answer.ok) return answer.failure.kind === 'gone' ? 'gone' : failed(answer.failure);
  const sighting = { remote: answer.value, serverDate: answer.serverDate, at: nowOf(context) };
  countApplied(
    tally,
    db.transaction(() => applyRemote(db, resource, sighting)),
  );
  context.onChanged([id]);
  return pushUpdate(context, id);
}

async function post(context: RoundContext, record: StoredRecord): Promise<Pushed> {
  const { remote, resource, signal } = context;
  const begun = beginAttempt(context, record, { kind: 'create', fields: Object.keys(resource.fields) });
  const answer = await remote.create(
    { id: record.id, values: begun.payload, createdAt: record.createdAt, key: begun.attempt },
    signal,
  );
  if (!answer.ok) return takeRefusal(context, begun, answer);
  acknowledge(context, begun, { remote: answer.value, serverDate: answer.serverDate });
  return done;
}

async function takeRefusal(context: RoundContext, begun: Begun, { failure }: Refusal): Promise<Pushed> {
  endAttempt(context, begun, failure);
  if (failure.kind === 'refused' || failure.kind === 'forbidden') return done;
  if (failure.kind !== 'stale') return failed(failure);
  // A 409 says that the id is taken: by an earlier try of ours, or for another reason that the service may not name.
  const found = await adopt(context, begun.record.id);
  if (found !== 'gone') return found;
  endAttempt(context, begun, { ...failure, kind: 'refused' });
  return done;
}
