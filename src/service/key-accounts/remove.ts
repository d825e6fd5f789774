import { fail, succeed } from '#shared/result.ts';
import { access } from './access.ts';
import { takeTurn } from '../context.ts';
import type { Context, Outcome } from '../context.ts';
import { lookUp } from './look-up.ts';

/** Deletes a record of a team and remembers that it did. */
export function removeOne(context: Context, team: string, id: string): Outcome<undefined> {
  const { store } = context;
  return store.writing(() => {
    const stored = lookUp(context, id);
    // What is deleted already is not there to be deleted: the contract has no 410 here.
    const found = access(stored.kind === 'deleted' ? { kind: 'unknown' } : stored, team);
    if (!found.ok) return fail(found.failure);
    store.keyAccounts.remove(id);
    const { now, seq } = takeTurn(context);
    store.tombstones.insert({ id, team, deleted_ms: now, seq });
    return succeed(undefined);
  });
}
