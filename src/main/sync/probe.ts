// "The contract probe" of docs/sync.md: what the service does, found out by looking at its answers.
import type { ServiceTraits } from '#shared/model/service-traits.ts';
import type { Token } from '#shared/model/ids.ts';
import type { RemotePage, RemoteRecord, Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import type { WritableDb } from '../database/handle.ts';
import { unsealAll } from '../database/records.ts';
import { readResourceState, writeResourceState } from '../database/sync-state.ts';
import { isNamedByEditTime } from './edit-time.ts';
import { marginOf, nowOf, type RoundContext } from './round-context.ts';
import { precisionOf, shiftToken } from './token-form.ts';

/** The tolerance of a service that refuses no token at all. */
export const NEVER_REFUSED = -1;

/** So many records are looked at. */
const LOOKED_AT = 20;

/** How far a token is moved to see whether it is still taken, ms, by how fine the tokens are. */
const SHIFTS = { milliseconds: [1, 10, 100, 1000, 2000, 5000], seconds: [1000, 2000, 5000] } as const;

/** What a probe works with. */
export type ProbeContext = Pick<RoundContext, 'remote' | 'resource' | 'signal' | 'ports'>;

/** What was found out, and how many records the service says it has. */
export type Probed = { readonly traits: ServiceTraits; readonly total: number | undefined };

/**
 * Looks at a page of the list, and at how the service takes a write that changes nothing under a token that is not
 * the newest. Nothing is changed by it. Fails with what kept the list from being read.
 */
export async function probe(context: ProbeContext): Promise<Result<Probed, ServiceFailure>> {
  const { remote, resource, signal, ports } = context;
  const listed = await remote.list({ page: 1, size: LOOKED_AT, etag: undefined }, signal);
  if (!listed.ok) return fail(listed.failure);
  const seenAt = nowOf(context);
  if (listed.value.unchanged) return succeed({ traits: { seenAt }, total: undefined });
  const { page, etag } = listed.value;
  const traits: ServiceTraits = {
    seenAt,
    hasDelta: page.delta !== undefined,
    hasEtags: etag !== undefined,
    ...(listed.serverDate !== undefined && { clockAhead: ports.clock.now() - listed.serverDate }),
    ...tokensOf(page, (record) => isNamedByEditTime(resource, record)),
    ...(await guardOf(context, page.rows)),
  };
  return succeed({ traits, total: page.pages?.total });
}

type Tokens = Pick<ServiceTraits, 'precision' | 'isTokenEditTime'>;

function tokensOf({ rows }: RemotePage, isEditTime: (record: RemoteRecord) => boolean): Tokens {
  if (rows.length === 0) return {};
  return {
    precision: precisionOf(rows.map(({ token }) => token)),
    isTokenEditTime: rows.every((record) => isEditTime(record)),
  };
}

type Guard = Pick<ServiceTraits, 'tolerance' | 'showsCurrent'>;

/** How well a token guards a write: each try sends no change at all, under a token that is a little older. */
async function guardOf({ remote, signal }: ProbeContext, rows: readonly RemoteRecord[]): Promise<Guard> {
  const [record] = rows;
  if (!record) return {};
  const shifts = precisionOf([record.token]) === 'seconds' ? SHIFTS.seconds : SHIFTS.milliseconds;
  for (const [index, shift] of shifts.entries()) {
    const token = shiftToken(record.token, shift);
    if (token === undefined) return {};
    const tried = await tryToken({ remote, signal }, record, token);
    if (tried === 'unknown') return {};
    if (tried !== 'taken') return { tolerance: index === 0 ? 0 : shift, ...tried };
  }
  return { tolerance: NEVER_REFUSED };
}

async function tryToken(
  { remote, signal }: Pick<ProbeContext, 'remote' | 'signal'>,
  { id, values }: RemoteRecord,
  token: Token,
): Promise<'taken' | 'unknown' | { readonly showsCurrent: boolean }> {
  const terms = { updatedAt: undefined, token, overwrite: false, over: values };
  const answer = await remote.update({ id, changes: {}, terms }, signal);
  if (answer.ok) return 'taken';
  if (answer.failure.kind !== 'stale') return 'unknown';
  return { showsCurrent: answer.current !== undefined };
}

/**
 * Remembers what was seen of the service, beside what was known before. Where it takes tokens that are further off than
 * was known, every token is sealed anew: another write may hide behind one that was sealed with less margin.
 */
export function noteTraits(db: WritableDb, resource: Resource, seen: Partial<ServiceTraits>): void {
  db.transaction(() => {
    const margin = marginOf(db, resource);
    const known = readResourceState(db, resource, 'traits');
    writeResourceState(db, resource, 'traits', { seenAt: '', ...known, ...seen });
    if (marginOf(db, resource) > margin) unsealAll(db, resource);
  });
}

/** Probes the service once by what carries a time, at the first contact that gets an answer; what stands in the way is for the round to tell. */
export async function probeOnce(context: RoundContext): Promise<void> {
  const { db, resource, ports } = context;
  if (resource.token === 'count') return;
  const known = readResourceState(db, resource, 'traits');
  // A token that is no time cannot be moved: there is nothing more to find out.
  if (known?.tolerance !== undefined || known?.precision === 'opaque') return;
  const probed = await probe(context);
  if (!probed.ok) return;
  noteTraits(db, resource, probed.value.traits);
  const { precision, tolerance, hasDelta, showsCurrent } = probed.value.traits;
  ports.log.info('The service was looked at.', { precision, tolerance, hasDelta, showsCurrent });
}
