import { expect, test } from 'vitest';
import { readFeed } from '../../../../src/main/updates/feed.ts';

const publicKey = Buffer.alloc(32, 7).toString('base64');
const url = 'https://updates.example.org/';
const packaged = (updates: unknown, argv: readonly string[] = []) =>
  readFeed({ isPackaged: true, manifest: { name: 'key-accounts', updates }, argv });

test('a packaged app looks where it was told when it was packaged, and only over HTTPS', () => {
  expect(packaged({ url, publicKey })).toEqual({ url, publicKey });
  expect(packaged({ url: 'http://updates.example.org/', publicKey })).toBeUndefined();
  expect(packaged({ url: 'file:///tmp/', publicKey })).toBeUndefined();
});

test('a packaged app that was told nothing, or no key, looks nowhere, whatever its command line says', () => {
  const argv = ['--update-feed=http://127.0.0.1:1/', `--update-key=${publicKey}`];
  expect(packaged(undefined, argv)).toBeUndefined();
  expect(packaged({ url }, argv)).toBeUndefined();
  expect(packaged({ url, publicKey: 'short' }, argv)).toBeUndefined();
});

test('a build for developers takes a feed on loopback from its command line, and no other', () => {
  const from = (address: string) =>
    readFeed({
      isPackaged: false,
      manifest: { updates: { url, publicKey } },
      argv: [`--update-feed=${address}`, `--update-key=${publicKey}`],
    });
  expect(from('http://127.0.0.1:4011/')).toEqual({ url: 'http://127.0.0.1:4011/', publicKey });
  expect(from(url)).toBeUndefined();
  expect(
    readFeed({ isPackaged: false, manifest: { updates: { url, publicKey } }, argv: [] }),
  ).toBeUndefined();
});
