import { fail, succeed } from '#shared/result.ts';
import type { Result } from '#shared/result.ts';
import { forbidden, gone, notFound } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Found, KeyAccount } from './key-account.ts';

/** Gives a team its record; refuses another team's, a deleted and an unknown one. */
export function access(found: Found, team: string): Result<KeyAccount, Refusal> {
  if (found.kind === 'unknown') return fail(notFound);
  const owner = found.kind === 'live' ? found.record.team : found.team;
  if (owner !== team) return fail(forbidden);
  return found.kind === 'live' ? succeed(found.record) : fail(gone(found.deletedAt));
}
