import { fail, succeed } from '#shared/result.ts';
import { cursorExpired, malformed } from '../refusal.ts';
import type { Context, Outcome } from '../context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Place } from './cursor.ts';
import { TYPE } from './key-account.ts';
import { toResource } from './wire.ts';
import type { DeltaDocument } from './wire.ts';

/** For how long deletions are told; a cursor that needs an older one has expired. */
const TOMBSTONES_KEPT_MS = 90 * 86_400_000;

/** What one delta request asks for. */
export type DeltaRequest = { readonly team: string; readonly cursor: string; readonly limit: number };

type Step = { readonly seq: number; readonly resource: DeltaDocument['data'][number] };

function forgetOldDeletions({ store, ports }: Context): void {
  const last = store.tombstones.prune(ports.clock.now() - TOMBSTONES_KEPT_MS);
  if (last > 0) store.counters.setPruned(last);
}

function isKnown({ store }: Context, { epoch, seq }: Place): boolean {
  const { counters } = store;
  // A number that was never reached means that the store is a restored back-up.
  return epoch === counters.epoch && seq >= counters.prunedSeq() && seq <= counters.lastSeq();
}

/** The steps after a place, at most one more than the limit so that the rest shows. */
function stepsAfter({ store, mode }: Context, { team, limit }: DeltaRequest, seq: number): Step[] {
  const live = store.keyAccounts
    .changedSince(team, seq, limit + 1)
    .map((change): Step => ({ seq: change.seq, resource: toResource(change.record, mode) }));
  const deleted = store.tombstones.deletedSince(team, seq, limit + 1).map((deletion): Step => ({
    seq: deletion.seq,
    resource: {
      id: deletion.id,
      type: TYPE,
      meta: { deleted_at: new Date(deletion.deleted_ms).toISOString() },
    },
  }));
  return [...live, ...deleted].sort((a, b) => a.seq - b.seq);
}

/** Answers what changed for a team since a cursor, each record once and as it is now, deletions included. */
export function changesSince(context: Context, request: DeltaRequest): Outcome<DeltaDocument> {
  const place = readCursor(request.cursor);
  if (!place) {
    return fail(malformed('bad_cursor', 'This cursor is not from here.', { parameter: 'filter[since]' }));
  }
  return context.store.writing(() => {
    forgetOldDeletions(context);
    if (!isKnown(context, place)) return fail(cursorExpired);
    const steps = stepsAfter(context, request, place.seq);
    const told = steps.slice(0, request.limit);
    const more = steps.length > told.length;
    const { epoch, lastSeq } = context.store.counters;
    const seq = more ? (told.at(-1)?.seq ?? place.seq) : lastSeq();
    const sync = { cursor: writeCursor({ epoch, seq }), has_more: more };
    return succeed({ data: told.map(({ resource }) => resource), meta: { sync } });
  });
}
