import type { Result } from '#shared/result.ts';
import type { Mode } from '../mode.ts';
import type { Ports } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { Taken } from '../store/counters.ts';
import type { Store } from '../store/open-store.ts';
import type { Found, Writing } from './key-account.ts';

/** What every request works with. */
export type Context = { readonly mode: Mode; readonly store: Store; readonly ports: Ports };

/** What a request comes to: its answer, or why it is refused. */
export type Outcome<Value> = Result<Value, Refusal>;

/** Looks an id up; a mode that forgets deletions does not know of any. */
export function lookUp({ mode, store }: Context, id: string): Found {
  const record = store.keyAccounts.find(id);
  if (record) return { kind: 'live', record };
  const deletion = mode.remembersDeletions ? store.tombstones.find(id) : undefined;
  if (!deletion) return { kind: 'unknown' };
  return { kind: 'deleted', team: deletion.team, deletedAt: new Date(deletion.deleted_ms).toISOString() };
}

/** Takes the time, the stamp and the number of a write. Only inside the transaction that writes. */
export function takeTurn({ store, ports }: Context): Writing & Taken {
  const now = ports.clock.now();
  return { now, ...store.counters.take(now) };
}
