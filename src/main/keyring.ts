import type { Log } from './ports.ts';

/** The system's keyring: what it encrypts, only this user of this laptop can read. */
export type Keyring = {
  /** Which keyring it is; what one has encrypted, another cannot read. */
  readonly backend: string;
  /** Answers the ciphertext, or `undefined` when the keyring refuses. */
  readonly encrypt: (text: string) => Promise<Buffer | undefined>;
  /** Answers the text, or `undefined` when the keyring cannot read it. */
  readonly decrypt: (ciphertext: Buffer) => Promise<string | undefined>;
};

/** What Electron's `safeStorage` offers; the asynchronous half is missing in older versions, the backend outside Linux. */
export type SafeStorage = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (ciphertext: Buffer) => string;
  readonly getSelectedStorageBackend?: () => string;
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (ciphertext: Buffer) => Promise<{ readonly result: string }>;
};

// With these Chromium "encrypts" with a key that everybody knows.
const WORTHLESS = new Set(['basic_text', 'unknown']);

/** Finds the system's keyring, or `undefined` where there is none worth the name. */
export async function findKeyring(
  storage: SafeStorage,
  platform: NodeJS.Platform,
  log: Log,
): Promise<Keyring | undefined> {
  const backend = platform === 'linux' ? (storage.getSelectedStorageBackend?.() ?? 'unknown') : platform;
  const isAvailable = !WORTHLESS.has(backend) && (await isEncryptionAvailable(storage));
  log.info('looked for a keyring', { backend, isAvailable });
  if (!isAvailable) return undefined;
  const orUndefined = <Value>(work: () => Promise<Value>): Promise<Value | undefined> =>
    work().catch((error: unknown) => {
      log.warn('the keyring refused', { backend, reason: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    });
  return {
    backend,
    encrypt: (text) => orUndefined(() => encrypt(storage, text)),
    decrypt: (ciphertext) => orUndefined(() => decrypt(storage, ciphertext)),
  };
}

const isEncryptionAvailable = async (storage: SafeStorage): Promise<boolean> =>
  storage.isAsyncEncryptionAvailable
    ? await storage.isAsyncEncryptionAvailable()
    : storage.isEncryptionAvailable();

const encrypt = async (storage: SafeStorage, text: string): Promise<Buffer> =>
  storage.encryptStringAsync ? await storage.encryptStringAsync(text) : storage.encryptString(text);

const decrypt = async (storage: SafeStorage, ciphertext: Buffer): Promise<string> =>
  storage.decryptStringAsync
    ? (await storage.decryptStringAsync(ciphertext)).result
    : storage.decryptString(ciphertext);
