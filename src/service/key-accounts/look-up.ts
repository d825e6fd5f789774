import type { Context } from '../context.ts';
import type { Found } from './key-account.ts';

/** Looks an id up; a mode that forgets deletions does not know of any. */
export function lookUp({ mode, store }: Context, id: string): Found {
  const record = store.keyAccounts.find(id);
  if (record) return { kind: 'live', record };
  const deletion = mode.remembersDeletions ? store.tombstones.find(id) : undefined;
  if (!deletion) return { kind: 'unknown' };
  return { kind: 'deleted', team: deletion.team, deletedAt: new Date(deletion.deleted_ms).toISOString() };
}
