import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findKeyring, type Keyring, type SafeStorage } from '../../../src/main/keyring.ts';
import { openDocument } from '../../../src/main/stored-document.ts';
import { createTokenStore, SavedTokens, type TokenStore } from '../../../src/main/token-store.ts';
import { emptyFolder } from '../../support/folder.ts';
import { keptLog } from '../../support/kept-log.ts';

const CANARY = 'tok_CANARY_0123456789';
const HERE = 'https://api.example.com';
const THERE = 'https://other.example.com';

const turned = (text: string): string => text.split('').reverse().join('');

const synchronous: SafeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(turned(text)),
  decryptString: (ciphertext) => turned(ciphertext.toString()),
};

const asynchronous: SafeStorage = {
  ...synchronous,
  isEncryptionAvailable: () => false,
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text) => Promise.resolve(Buffer.from(turned(text))),
  decryptStringAsync: (ciphertext) => Promise.resolve({ result: turned(ciphertext.toString()) }),
};

const keyringOf = (storage: SafeStorage, platform: NodeJS.Platform = 'linux'): Promise<Keyring | undefined> =>
  findKeyring(storage, platform, keptLog());

function storeIn(folder: string, keyring: Keyring | undefined, log = keptLog()): TokenStore {
  const document = openDocument({
    folder,
    name: 'tokens',
    schema: SavedTokens,
    fallback: { tokens: {} },
    log,
  });
  return createTokenStore({ keyring, document, now: () => Date.UTC(2026, 0, 2), log });
}

describe.each([
  ['synchronous', synchronous],
  ['asynchronous', asynchronous],
])('with a keyring and the %s interface, a token', (_name, storage) => {
  test('survives a restart, and is nowhere on disk in the clear', async () => {
    const folder = emptyFolder();
    const before = storeIn(folder, await keyringOf(storage));
    expect(await before.save(HERE, CANARY)).toBe('keyring');
    expect(readFileSync(join(folder, 'tokens.json'), 'utf8')).not.toContain(CANARY);
    expect(statSync(join(folder, 'tokens.json')).mode & 0o777).toBe(0o600);
    const after = storeIn(folder, await keyringOf(storage));
    expect(after.token(HERE)).toBeUndefined();
    await after.load(HERE);
    expect(after.token(HERE)).toBe(CANARY);
    expect(after.facts(HERE)).toEqual({ storage: 'keyring', savedAt: '2026-01-02T00:00:00.000Z' });
  });

  test('belongs to one service', async () => {
    const store = storeIn(emptyFolder(), await keyringOf(storage));
    await store.save(HERE, CANARY);
    await store.load(THERE);
    expect(store.token(THERE)).toBeUndefined();
    expect(store.facts(THERE)).toEqual({ storage: 'none', savedAt: undefined });
  });
});

describe('without a keyring worth the name', () => {
  test.each<readonly [string, Partial<SafeStorage>, NodeJS.Platform]>([
    ['basic_text', { getSelectedStorageBackend: () => 'basic_text' }, 'linux'],
    ['unknown', { getSelectedStorageBackend: () => 'unknown' }, 'linux'],
    ['none that is available', { isEncryptionAvailable: () => false }, 'darwin'],
  ])('(%s) a token stays in memory until the app closes', async (_name, changed, platform) => {
    const folder = emptyFolder();
    const keyring = await keyringOf({ ...synchronous, ...changed }, platform);
    const store = storeIn(folder, keyring);
    expect(store.hasKeyring).toBe(false);
    expect(await store.save(HERE, CANARY)).toBe('memory');
    expect(store.token(HERE)).toBe(CANARY);
    expect(store.facts(HERE).storage).toBe('memory');
    const again = storeIn(folder, keyring);
    await again.load(HERE);
    expect(again.token(HERE)).toBeUndefined();
  });

  test('a token that another keyring has encrypted is not read, not deleted, and said in the log', async () => {
    const folder = emptyFolder();
    await storeIn(folder, await keyringOf(synchronous)).save(HERE, CANARY);
    const kept = readFileSync(join(folder, 'tokens.json'), 'utf8');
    const log = keptLog();
    const store = storeIn(folder, undefined, log);
    await store.load(HERE);
    expect(store.facts(HERE).storage).toBe('none');
    expect(readFileSync(join(folder, 'tokens.json'), 'utf8')).toBe(kept);
    expect(log.lines).toMatchObject([
      { level: 'warn', facts: { savedWith: 'gnome_libsecret', now: 'none' } },
    ]);
  });

  test('a keyring that refuses is one that cannot read', async () => {
    const folder = emptyFolder();
    await storeIn(folder, await keyringOf(synchronous)).save(HERE, CANARY);
    const locked: SafeStorage = {
      ...synchronous,
      decryptString: () => {
        throw new Error('locked');
      },
    };
    const store = storeIn(folder, await keyringOf(locked));
    await store.load(HERE);
    expect(store.token(HERE)).toBeUndefined();
  });
});
