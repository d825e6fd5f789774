// "Overwrite the server copy" of docs/sync.md: the one request that ignores the token, sent only on a person's word.
import type { SaveDecision, ServerCopy } from '#shared/model/decision.ts';
import { changedFields, valueOf } from '#shared/model/field.ts';
import type { OperationId, RecordId } from '#shared/model/ids.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { addHistory } from '../database/history.ts';
import { asAct } from '../records/change-set.ts';
import { closeAll, findShown, resultOf, versionsOf, type Shown } from '../records/decide.ts';
import { readRecord } from '../database/records.ts';
import { saveEdit } from '../database/settle-record.ts';
import { applyRemote } from './apply-remote.ts';
import { acknowledge, beginAttempt, endAttempt } from './attempt.ts';
import { editTimeOver } from './edit-time.ts';
import { nowOf, sightingOf, type RoundContext } from './round-context.ts';
import { countApplied } from './tally.ts';

/**
 * Asks the service for its copy as it is now and merges it, so that a person sees what an overwrite would displace.
 * Fails with `service` and with `stale-decision` when nothing is left to decide.
 */
export async function readServerCopy(context: RoundContext, id: RecordId): Promise<Result<ServerCopy>> {
  const { db, resource, remote, signal, tally } = context;
  const answer = await remote.get(id, signal);
  if (!answer.ok) return fail({ code: 'service', failure: answer.failure });
  const applied = db.transaction(() => applyRemote(db, resource, sightingOf(context, answer)));
  countApplied(tally, applied);
  context.onChanged([id]);
  const version = readRecord(db, resource, id)?.base?.version ?? 0;
  const shown = findShown(db, resource, { id, version });
  // A version that is not believed yet is not what the overwrite would displace.
  if (applied === 'doubted' || !shown.ok) return fail({ code: 'stale-decision', id });
  return succeed({ version, remote: answer.value.values, result: resultOf(shown.value) });
}

/**
 * Overwrites the service's copy with the result that the person saw, once: an answer that does not come is found out
 * by the next round and never leads to a second overwrite. The displaced values go into the history; where the person
 * gave the act an id, it is taken back by an edit that has them again and goes out as any other. Fails with
 * `stale-decision` when the service's copy is no longer the one that was shown to this laptop, and with `service`.
 */
export async function overwrite(
  context: RoundContext,
  { act, ...version }: SaveDecision,
): Promise<Result<undefined>> {
  const { db, resource, remote, signal } = context;
  const shown = findShown(db, resource, version);
  if (!shown.ok) return shown;
  const fields = displace(context, shown.value, act);
  const record = readRecord(db, resource, version.id);
  if (!record?.base) return fail({ code: 'not-found', id: version.id });
  // Every answer was the service's own: there is nothing to overwrite with.
  if (fields.length === 0) return succeed(undefined);
  const begun = beginAttempt(context, record, { kind: 'overwrite', fields });
  const updatedAt = editTimeOver(resource, record.base, nowOf(context));
  const terms = { updatedAt, token: undefined, overwrite: true, over: record.base.values };
  const answer = await remote.update({ id: record.id, changes: begun.payload, terms }, signal);
  if (!answer.ok) {
    endAttempt(context, begun, answer.failure);
    return fail({ code: 'service', failure: answer.failure });
  }
  acknowledge(context, begun, { remote: answer.value, serverDate: answer.serverDate });
  return succeed(undefined);
}

/** Makes the result the local values and notes what it displaces; answers the fields that differ from the service. */
function displace(context: RoundContext, shown: Shown, act: OperationId | undefined): string[] {
  const { db, resource } = context;
  const at = nowOf(context);
  const { record } = shown;
  const local = resultOf(shown);
  const fields = changedFields(resource.fields, record.base.values, local);
  const work = (): Result<undefined> => {
    closeAll(db, resource, shown);
    addHistory(db, resource, {
      id: record.id,
      at,
      kind: 'overwrite',
      changes: fields.map((field) => ({
        field,
        before: valueOf(record.base.values, field),
        after: valueOf(local, field),
      })),
      versions: versionsOf(shown),
    });
    saveEdit(db, resource, { record: { ...record, local }, at });
    return succeed(undefined);
  };
  // Where nothing is displaced there is nothing to take back.
  if (act !== undefined && fields.length > 0) asAct(db, { act, kind: 'overwrite', at, work });
  else db.transaction(work);
  return fields;
}
