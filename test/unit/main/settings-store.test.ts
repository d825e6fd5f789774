import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '#shared/model/settings.ts';
import type { Managed } from '#shared/model/managed.ts';
import { fail } from '#shared/result.ts';
import { openSettings } from '../../../src/main/settings-store.ts';
import { changeSettings } from '../../../src/main/settings.ts';
import { emptyFolder } from '../../support/folder.ts';
import { keptLog } from '../../support/kept-log.ts';

const connection = { kind: 'service', address: 'https://api.example.com' } as const;

describe('the settings', () => {
  test('are the defaults at a first start, and nothing is said', () => {
    const folder = emptyFolder();
    const log = keptLog();
    const store = openSettings(folder, log);
    expect(store.settings()).toEqual(defaultSettings);
    expect(store.connection()).toBeUndefined();
    expect(log.lines).toEqual([]);
    expect(existsSync(join(folder, 'settings.json.bad'))).toBe(false);
  });

  test('and the connection come back after a restart, in a file for this user only', () => {
    const folder = emptyFolder();
    const store = openSettings(folder, keptLog());
    store.saveConnection(connection);
    store.saveSettings({ ...defaultSettings, colours: 'dark' });
    const again = openSettings(folder, keptLog());
    expect(again.settings().colours).toBe('dark');
    expect(again.connection()).toEqual(connection);
    expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
  });

  test('forget the connection', () => {
    const folder = emptyFolder();
    const store = openSettings(folder, keptLog());
    store.saveConnection(connection);
    store.saveConnection(undefined);
    expect(openSettings(folder, keptLog()).connection()).toBeUndefined();
  });

  test.each([
    ['cut in the middle', '{"settings":{"colo'],
    ['of a value nobody knows', JSON.stringify({ settings: { ...defaultSettings, colours: 'pink' } })],
    ['of a field nobody knows', JSON.stringify({ settings: defaultSettings, more: 1 })],
    ['that is a list', '[1, 2]'],
    ['that is empty', ''],
    ['of zeros', '\u0000\u0000\u0000'],
  ])('%s are kept as .bad, the defaults are used, and the log says so', (_how, text) => {
    const folder = emptyFolder();
    const log = keptLog();
    writeFileSync(join(folder, 'settings.json'), text);
    const store = openSettings(folder, log);
    expect(store.settings()).toEqual(defaultSettings);
    expect(readFileSync(join(folder, 'settings.json.bad'), 'utf8')).toBe(text);
    expect(log.lines).toMatchObject([{ level: 'warn', facts: { file: 'settings.json' } }]);
    store.saveSettings({ ...defaultSettings, density: 'compact' });
    expect(openSettings(folder, log).settings().density).toBe('compact');
  });

  test('change one by one, and everybody hears of all of them', () => {
    const store = openSettings(emptyFolder(), keptLog());
    const heard: unknown[] = [];
    changeSettings(store, { density: 'compact', colours: undefined }, (settings) => heard.push(settings));
    expect(store.settings()).toEqual({ ...defaultSettings, density: 'compact' });
    expect(heard).toEqual([store.settings()]);
  });
});

describe('a managed interval', () => {
  const managed: Managed = { file: 'managed.json', settings: { intervalMinutes: 60 }, problem: undefined };

  test('is in force, cannot be changed, and leaves the person’s own as it was', () => {
    const folder = emptyFolder();
    openSettings(folder, keptLog()).saveSettings({ ...defaultSettings, intervalMinutes: 2 });
    const store = openSettings(folder, keptLog(), managed);
    expect(store.settings().intervalMinutes).toBe(60);
    const heard: unknown[] = [];
    const change = { intervalMinutes: 1, density: 'compact' } as const;
    expect(changeSettings(store, change, (settings) => heard.push(settings))).toEqual(
      fail({ code: 'managed' }),
    );
    expect(heard).toEqual([]);
    changeSettings(store, { density: 'compact' }, (settings) => heard.push(settings));
    expect(heard).toEqual([{ ...defaultSettings, density: 'compact', intervalMinutes: 60 }]);
    const own = openSettings(folder, keptLog()).settings();
    expect(own).toEqual({ ...defaultSettings, density: 'compact', intervalMinutes: 2 });
  });
});
