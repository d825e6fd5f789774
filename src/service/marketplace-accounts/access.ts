import { fail, succeed } from '#shared/result.ts';
import type { Context, Outcome } from '../context.ts';
import { isMadeFrom } from '../http/etag.ts';
import { forbidden, notFound } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Account, KeptAccount } from './account.ts';

/** Which account a request is about, and for whom. */
export type Asked = { readonly team: string; readonly id: string };

/** A request that writes; `ifMatch` is the version it was made from, absent when the last write is to win. */
export type AskedWrite = Asked & { readonly ifMatch: string | undefined };

/** The entity tag of an account: its revision. */
export const tagOf = ({ revision }: Account): string => `"${String(revision)}"`;

function stale(current: Account): Refusal {
  return {
    status: 412,
    code: 'stale_revision',
    title: 'Changed meanwhile',
    detail: `The account is at revision ${String(current.revision)}, which If-Match does not name.`,
    source: { header: 'If-Match' },
    meta: { current },
  };
}

/** Gives a team its account; refuses another team's and an unknown one. */
export function access({ store }: Context, { team, id }: Asked): Outcome<KeptAccount> {
  const kept = store.marketplaceAccounts.find(id);
  if (!kept) return fail({ ...notFound, detail: 'There is no account with this id.' });
  if (kept.team !== team) return fail({ ...forbidden, detail: 'This account belongs to another team.' });
  return succeed(kept);
}

/** Gives a team its account to write; refuses a write that was made from another version, showing the account as it is. */
export function accessToWrite(context: Context, asked: AskedWrite): Outcome<KeptAccount> {
  const found = access(context, asked);
  if (!found.ok || isMadeFrom(asked.ifMatch, tagOf(found.value.account))) return found;
  return fail(stale(found.value.account));
}
