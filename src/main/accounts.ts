import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { StoredDocument } from './stored-document.ts';

/**
 * Which tokens are of which account at which address. The contract has no "who am I", so a person says it once for
 * each token; only a salted digest of it is kept.
 */
export const KnownAccounts = z.strictObject({
  salt: z.string(),
  tokens: z.array(z.strictObject({ address: z.string(), account: z.int().nonnegative(), mark: z.string() })),
});
export type KnownAccounts = z.infer<typeof KnownAccounts>;

/** What a new installation knows of accounts: none; the salt is its own. */
export const noAccounts = (): KnownAccounts => ({ salt: randomBytes(16).toString('hex'), tokens: [] });

/** One account at one address, counted from 0; its copy and its token are its own. */
export type Account = { readonly address: string; readonly account: number };

/** The accounts that this laptop has signed in with. */
export type Accounts = {
  /** The account that a token was said to be of, or `undefined` for a token that was never used here. */
  readonly find: (address: string, token: string) => number | undefined;
  /** The number that a new account of an address gets. */
  readonly next: (address: string) => number;
  /** Remembers whose a token is. */
  readonly add: (account: Account, token: string) => void;
  /** Forgets every token of an account. */
  readonly forget: (account: Account) => void;
};

/** Opens the known accounts. */
export function openAccounts(document: StoredDocument<KnownAccounts>): Accounts {
  const markOf = (address: string, token: string): string =>
    createHash('sha256').update([document.get().salt, address, token].join('\n')).digest('hex').slice(0, 32);
  const of = (address: string): KnownAccounts['tokens'] =>
    document.get().tokens.filter((known) => known.address === address);
  return {
    find: (address, token) => of(address).find(({ mark }) => mark === markOf(address, token))?.account,
    next: (address) => Math.max(0, ...of(address).map(({ account }) => account)) + 1,
    add: ({ address, account }, token) => {
      const mark = markOf(address, token);
      const { salt, tokens } = document.get();
      const others = tokens.filter((known) => known.address !== address || known.mark !== mark);
      document.set({ salt, tokens: [...others, { address, account, mark }] });
    },
    forget: ({ address, account }) => {
      const { salt, tokens } = document.get();
      const others = tokens.filter((known) => known.address !== address || known.account !== account);
      document.set({ salt, tokens: others });
    },
  };
}

/** Under which name the token of an account is kept: the first one's is the address. */
export const tokenName = ({ address, account }: Account): string =>
  account === 0 ? address : `${address}#${String(account)}`;
