import type { Result } from '#shared/result.ts';
import type { Mode } from './mode.ts';
import type { Ports } from './ports.ts';
import type { Refusal } from './refusal.ts';
import type { Taken } from './store/counters.ts';
import type { Store } from './store/open-store.ts';

/** What every request works with. */
export type Context = { readonly mode: Mode; readonly store: Store; readonly ports: Ports };

/** What a request comes to: its answer, or why it is refused. */
export type Outcome<Value> = Result<Value, Refusal>;

/** Takes the time, the stamp and the number of a write. Only inside the transaction that writes. */
export function takeTurn({ store, ports }: Context): Taken & { readonly now: number } {
  const now = ports.clock.now();
  return { now, ...store.counters.take(now) };
}
