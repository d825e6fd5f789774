import { z } from 'zod';
import type { TokenStorage } from '#shared/model/settings.ts';
import type { Keyring } from './keyring.ts';
import type { Log } from './ports.ts';
import type { StoredDocument } from './stored-document.ts';

/** The encrypted tokens by the address of their service, each with the keyring that can read it. */
export const SavedTokens = z.strictObject({
  tokens: z.record(
    z.string(),
    z.strictObject({ backend: z.string(), ciphertext: z.base64(), savedAt: z.iso.datetime() }),
  ),
});
export type SavedTokens = z.infer<typeof SavedTokens>;

/** What may be known about a token outside this file: where it is, never what it is. */
export type TokenFacts = { readonly storage: TokenStorage; readonly savedAt: string | undefined };

/** The sign-in tokens, one for each service; without a keyring they stay in memory until the app closes. */
export type TokenStore = {
  readonly hasKeyring: boolean;
  /** Reads the kept token of a service into memory, where there is one that this keyring can read. */
  readonly load: (address: string) => Promise<void>;
  readonly token: (address: string) => string | undefined;
  readonly save: (address: string, token: string) => Promise<TokenStorage>;
  readonly facts: (address: string) => TokenFacts;
  /** Forgets the token of a service, in memory and on disk. */
  readonly forget: (address: string) => void;
};

/** What the token store works with. */
export type TokenStoreOptions = {
  readonly keyring: Keyring | undefined;
  readonly document: StoredDocument<SavedTokens>;
  readonly now: () => number;
  readonly log: Log;
};

/** Makes the token store. A token that this keyring cannot read is kept on disk and said in the log, never deleted. */
export function createTokenStore({ keyring, document, now, log }: TokenStoreOptions): TokenStore {
  const inMemory = new Map<string, string>();

  const load = async (address: string): Promise<void> => {
    const saved = document.get().tokens[address];
    if (!saved || inMemory.has(address)) return;
    const token = await keyring?.decrypt(Buffer.from(saved.ciphertext, 'base64'));
    if (token !== undefined) inMemory.set(address, token);
    else
      log.warn('the saved token cannot be read', {
        savedWith: saved.backend,
        now: keyring?.backend ?? 'none',
      });
  };
  const save = async (address: string, token: string): Promise<TokenStorage> => {
    inMemory.set(address, token);
    const { [address]: _replaced, ...others } = document.get().tokens;
    const ciphertext = await keyring?.encrypt(token);
    if (!keyring || !ciphertext) {
      document.set({ tokens: others });
      return 'memory';
    }
    const entry = {
      backend: keyring.backend,
      ciphertext: ciphertext.toString('base64'),
      savedAt: new Date(now()).toISOString(),
    };
    document.set({ tokens: { ...others, [address]: entry } });
    return 'keyring';
  };
  const forget = (address: string): void => {
    inMemory.delete(address);
    const { [address]: _forgotten, ...others } = document.get().tokens;
    document.set({ tokens: others });
  };
  const facts = (address: string): TokenFacts => {
    const saved = document.get().tokens[address];
    const isReadable = inMemory.has(address);
    const storage = !isReadable ? 'none' : saved ? 'keyring' : 'memory';
    return { storage, savedAt: isReadable ? saved?.savedAt : undefined };
  };
  return {
    hasKeyring: keyring !== undefined,
    token: (address) => inMemory.get(address),
    load,
    save,
    facts,
    forget,
  };
}
