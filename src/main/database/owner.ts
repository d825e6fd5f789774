import type { WritableDb } from './handle.ts';
import { readState, writeState } from './sync-state.ts';

/** Whose copy a file is: one account at one address. */
export type Owner = { readonly address: string; readonly account: number };

/**
 * Binds a copy to its owner when it has none, and says whether it is theirs: the work of one account is never sent as
 * another, nor to another service, whatever happened to the files or the settings.
 */
export function claim(db: WritableDb, owner: Owner): boolean {
  const known = readState(db, 'owner');
  if (!known) writeState(db, 'owner', owner);
  return !known || (known.address === owner.address && known.account === owner.account);
}
