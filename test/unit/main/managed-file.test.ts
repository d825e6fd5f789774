import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Managed } from '#shared/model/managed.ts';
import { findManagedFile, readManaged } from '../../../src/main/managed-file.ts';
import { emptyFolder } from '../../support/folder.ts';
import { keptLog } from '../../support/kept-log.ts';

const elsewhere = { KEY_ACCOUNTS_MANAGED_FILE: '/tmp/elsewhere.json' };

describe('the managed file', () => {
  test.each([
    ['linux', {}, '/etc/key-accounts/managed.json'],
    ['darwin', {}, '/Library/Application Support/Key Accounts/managed.json'],
    ['win32', { ProgramFiles: 'D:\\Programs' }, 'D:\\Programs\\Key Accounts\\managed.json'],
    ['win32', {}, 'C:\\Program Files\\Key Accounts\\managed.json'],
  ])('of a packaged app is on %s where only an administrator writes', (platform, env, file) => {
    expect(findManagedFile({ platform, env: { ...env, ...elsewhere }, isPackaged: true })).toBe(file);
  });

  test('of an app that is not packaged may be elsewhere', () => {
    const found = (env: Record<string, string>): string =>
      findManagedFile({ platform: 'linux', env, isPackaged: false });
    expect(found(elsewhere)).toBe('/tmp/elsewhere.json');
    expect(found({ KEY_ACCOUNTS_MANAGED_FILE: '' })).toBe('/etc/key-accounts/managed.json');
  });
});

/** Reads a managed file with the given text. */
function read(text: string): Managed & { readonly log: ReturnType<typeof keptLog> } {
  const file = join(emptyFolder(), 'managed.json');
  writeFileSync(file, text, { mode: 0o644 });
  const log = keptLog();
  return { ...readManaged(file, log), log };
}

describe('what an administrator has set', () => {
  test('is nothing where there is no file, and nothing is said of it', () => {
    const log = keptLog();
    const file = join(emptyFolder(), 'no-folder', 'managed.json');
    expect(readManaged(file, log)).toEqual({ file, settings: {}, problem: undefined });
    expect(log.lines).toEqual([]);
  });

  test('is what the file says, its address as an origin; the log has the names only', () => {
    const settings = {
      serviceAddress: 'https://Accounts.example/api/',
      intervalMinutes: 15,
      sampleData: false,
      updates: false,
    };
    const managed = read(JSON.stringify(settings));
    expect(managed.problem).toBeUndefined();
    expect(managed.settings).toEqual({ ...settings, serviceAddress: 'https://accounts.example' });
    expect(managed.log.lines).toMatchObject([
      { level: 'info', facts: { settings: 'intervalMinutes, sampleData, updates, serviceAddress' } },
    ]);
    expect(JSON.stringify(managed.log.lines)).not.toContain('accounts.example');
  });

  test('may begin with the mark that editors of Windows write', () => {
    expect(read('\uFEFF{"intervalMinutes": 30}').settings).toEqual({ intervalMinutes: 30 });
  });

  test.each([
    ['that is empty', '', { reason: 'not-json' }],
    ['that is cut', '{"intervalMinutes": 3', { reason: 'not-json' }],
    ['that is a list', '[]', { reason: 'not-json' }],
    [
      'with a misspelt name',
      '{"serviceAdress": "https://a.example"}',
      { reason: 'unknown-key', key: 'serviceAdress' },
    ],
    ['with a token', '{"token": "tok_CANARY"}', { reason: 'unknown-key', key: 'token' }],
    ['with a number as text', '{"intervalMinutes": "15"}', { reason: 'wrong-value', key: 'intervalMinutes' }],
    [
      'with too long an interval',
      '{"intervalMinutes": 241}',
      { reason: 'wrong-value', key: 'intervalMinutes' },
    ],
    [
      'with an address that is not safe',
      '{"serviceAddress": "http://a.example"}',
      { reason: 'wrong-value', key: 'serviceAddress' },
    ],
    [
      'with a password in the address',
      '{"serviceAddress": "https://me:tok_CANARY@a.example"}',
      { reason: 'wrong-value', key: 'serviceAddress' },
    ],
    ['with a token that is no JSON', '{"token": tok_CANARY}', { reason: 'not-json' }],
    ['that is too large', ' '.repeat(70_000), { reason: 'too-large' }],
  ])('is not used at all from a file %s, and what is said quotes nothing of it', (_what, text, problem) => {
    const managed = read(text);
    expect(managed).toMatchObject({ settings: {}, problem });
    expect(managed.log.lines).toMatchObject([{ level: 'warn', facts: { file: managed.file, ...problem } }]);
    expect(JSON.stringify(managed)).not.toContain('tok_CANARY');
  });

  test('is nothing where one value is right and another is not', () => {
    expect(read('{"sampleData": false, "intervalMinutes": 0}').settings).toEqual({});
  });

  test.each([
    ['the file', 0o666, 0o755],
    ['the file, as one of a group', 0o664, 0o755],
    ['its folder', 0o644, 0o777],
  ])('is not believed where others may write to %s', (_what, fileMode, folderMode) => {
    const folder = join(emptyFolder(), 'key-accounts');
    const file = join(folder, 'managed.json');
    mkdirSync(folder);
    writeFileSync(file, '{"intervalMinutes": 15}');
    chmodSync(file, fileMode);
    chmodSync(folder, folderMode);
    expect(readManaged(file, keptLog())).toEqual({ file, settings: {}, problem: { reason: 'writable' } });
  });

  test('is not read from what is no file', () => {
    const folder = join(emptyFolder(), 'managed.json');
    mkdirSync(folder);
    expect(readManaged(folder, keptLog()).problem).toEqual({ reason: 'unreadable' });
  });
});
