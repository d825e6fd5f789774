import { takeTurn } from '../context.ts';
import type { Context } from '../context.ts';
import type { Account, KeptAccount } from './account.ts';
import { actorOf } from './actor.ts';
import type { StatusChange } from './change-status.ts';

/** Keeps a changed account as its next revision, with when and by whom. Only inside the transaction that decided it. */
export function write(context: Context, kept: KeptAccount, told?: StatusChange['told']): Account {
  const { audit, revision } = kept.account;
  // A delta asks for what was updated since: no update is as old as, or older than, what a client may have seen.
  const { stampMs } = takeTurn(context);
  const happening = { at: new Date(stampMs).toISOString(), by: actorOf(kept.team) };
  const account = {
    ...kept.account,
    revision: revision + 1,
    audit: { ...audit, updated: happening, ...(told && { [told]: happening }) },
  };
  context.store.marketplaceAccounts.update({ ...kept, account });
  return account;
}
