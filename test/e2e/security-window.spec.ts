import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { calls } from '#shared/ipc/contract.ts';
import { isRoot, launchApp, type App } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';

// Items 2, 3, 4, 5 and 20 of Electron's security checklist, looked up in the app as it runs.
let app: App;

test.beforeAll(async () => {
  app = await launchApp();
});

test.afterAll(async () => {
  await app.kill();
});

/** What every window must have been made with. */
const expectedPreferences = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  experimentalFeatures: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
};

test('items 2, 3, 4, 6, 8, 9: every window was made with the safe preferences', async () => {
  const windows = await app.electronApp.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, its types do not.
      const { getLastWebPreferences } = contents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return getLastWebPreferences.call(contents);
    }),
  );
  expect(windows).toHaveLength(1);
  for (const preferences of windows) {
    expect(preferences).toMatchObject(expectedPreferences);
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
  }
  expect(
    await app.electronApp.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled()),
  ).toBe(false);
});

test('item 2: the page has nothing of Node', async () => {
  const found = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

test('item 4: the preload script has no Node either, and the renderer is sandboxed', async () => {
  const { nodeVersions, pid } = await app.electronApp.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('There is no window.');
    // 999 is the world of preload scripts.
    const code = "typeof globalThis.process?.versions?.node + ' ' + typeof globalThis.require";
    const found: unknown = await window.webContents.executeJavaScriptInIsolatedWorld(999, [{ code }]);
    return { nodeVersions: String(found), pid: window.webContents.getOSProcessId() };
  });
  expect(nodeVersions).toBe('undefined undefined');
  const [, mode] = /^Seccomp:\t(\d)$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  // As root Chromium refuses to run with its sandbox on: only the first half can be seen.
  if (!isRoot) expect(mode).toBe('2');
});

test('item 3: the bridge cannot be replaced, extended or changed', async () => {
  const outcome = await app.page.evaluate(() => {
    const { api } = window as unknown as { api: Record<string, Record<string, unknown>> };
    const survives = (act: () => void): boolean => {
      const before = JSON.stringify(Object.keys(api));
      try {
        act();
      } catch {
        // A module's code throws where a script's would be ignored; only what is there afterwards counts.
      }
      const now = (window as unknown as { api: typeof api }).api;
      return now === api && JSON.stringify(Object.keys(now)) === before;
    };
    return {
      frozen: [api, ...Object.values(api)].every((part) => Object.isFrozen(part)),
      replaced: survives(() => Object.assign(window, { api: {} })),
      deleted: survives(() => Reflect.deleteProperty(window, 'api')),
      extended: survives(() => Object.assign(api, { extra: 1 })),
      changed: survives(() => Object.assign(api, { app: {} })),
      methodKept: (() => {
        const before = api['app']?.['state'];
        try {
          Object.assign(api['app'] ?? {}, { state: () => 'mine' });
        } catch {
          // As above.
        }
        return api['app']?.['state'] === before;
      })(),
    };
  });
  expect(outcome).toEqual({
    frozen: true,
    replaced: true,
    deleted: true,
    extended: true,
    changed: true,
    methodKept: true,
  });
});

test('item 3: a page that replaces the built-ins changes nothing of what main receives', async () => {
  const answer = await app.page.evaluate(async () => {
    const kept = [Array.prototype, Function.prototype, JSON].map((owner) => ({
      owner,
      own: Object.getOwnPropertyDescriptors(owner),
    }));
    const steal = (): never => {
      throw new Error('stolen');
    };
    Array.prototype.push = steal;
    Function.prototype.call = steal;
    Function.prototype.apply = steal;
    JSON.stringify = steal;
    try {
      const { api } = window as unknown as {
        api: { app: { openLink: (input: unknown) => Promise<unknown> } };
      };
      return await api.app.openLink({ url: 'unaltered:argument' });
    } finally {
      for (const { owner, own } of kept) Object.defineProperties(owner, own as PropertyDescriptorMap);
    }
  });
  expect(answer).toEqual({ ok: false, failure: { code: 'link-refused', url: 'unaltered:argument' } });
});

test('item 20: the bridge is the contract and nothing else', async () => {
  const shape = await app.page.evaluate(() => {
    const { api } = window as unknown as { api: Record<string, unknown> };
    const walk = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return typeof value;
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
    };
    return walk(api);
  });
  const expected = Object.entries(calls).map(([domain, methods]) => [
    domain,
    Object.fromEntries(Object.keys(methods).map((method) => [method, 'function'])),
  ]);
  expect(shape).toEqual({ ...Object.fromEntries(expected), on: 'function' });
});

test('item 20: a listener gets the payload only, may stop listening, and cannot listen to anything else', async () => {
  const heard = await app.page.evaluate(async () => {
    const { api } = window as unknown as {
      api: {
        on: (name: string, listen: (...all: unknown[]) => void) => () => void;
        settings: { change: (change: object) => Promise<unknown> };
      };
    };
    const calls: unknown[][] = [];
    const first = new Promise<void>((resolve) => {
      const stop = api.on('settings', (...all) => {
        calls.push(all);
        stop();
        resolve();
      });
    });
    await api.settings.change({ intervalMinutes: 9 });
    await first;
    await api.settings.change({ intervalMinutes: 10 });
    await api.settings.change({ intervalMinutes: 5 });
    const refusals = ['app.state', 'ELECTRON_BROWSER_REQUIRE', '__proto__', 'toString'].map((name) => {
      try {
        api.on(name, () => undefined);
        return 'listens';
      } catch {
        return 'refused';
      }
    });
    return { calls, refusals };
  });
  expect(heard.calls).toHaveLength(1);
  expect(heard.calls[0]).toHaveLength(1);
  expect(heard.calls[0]?.[0]).toMatchObject({ intervalMinutes: 9 });
  expect(Object.keys(heard.calls[0]?.[0] as object)).not.toContain('sender');
  expect(heard.refusals).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('item 5: every permission and every device is denied', async () => {
  const answers = await app.page.evaluate(async () => {
    const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));
    const rejection = (work: () => Promise<unknown>): Promise<string> =>
      work().then(
        () => 'granted',
        (error: unknown) => nameOf(error),
      );
    type Device = { requestDevice: (options: object) => Promise<unknown> };
    const devices = navigator as unknown as {
      usb: Device;
      hid: Device;
      bluetooth: Device;
      serial: { requestPort: () => Promise<unknown> };
      wakeLock: { request: (type: string) => Promise<unknown> };
      requestMIDIAccess: (options: object) => Promise<unknown>;
    };
    return {
      notification: await Notification.requestPermission(),
      geolocation: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve('granted');
          },
          ({ code }) => {
            resolve(code);
          },
        );
      }),
      clipboard: await rejection(() => navigator.clipboard.readText()),
      camera: await rejection(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      screen: await rejection(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      usb: await rejection(() => devices.usb.requestDevice({ filters: [] })),
      hid: await rejection(async () => {
        const found = await devices.hid.requestDevice({ filters: [] });
        if (Array.isArray(found) && found.length === 0) throw new Error('none');
      }),
      serial: await rejection(() => devices.serial.requestPort()),
      midi: await rejection(() => devices.requestMIDIAccess({ sysex: true })),
    };
  });
  expect(answers.notification).toBe('denied');
  expect(answers.geolocation).toBe(1);
  const { notification: _n, geolocation: _g, ...rejected } = answers;
  for (const [name, answer] of Object.entries(rejected)) expect(answer, name).not.toBe('granted');
  expect(answers.clipboard).toBe('NotAllowedError');
  expect(answers.midi).not.toBe('granted');
});

test('item 5: a page that asks what it may do hears that it may do nothing', async () => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const answers = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(answers)).map(({ state }, index) => [names[index], state]);
  });
  expect(states).toEqual(states.map(([name]) => [name, 'denied']));
});

test('item 5: every session that is ever made denies as well', async () => {
  const answer = await app.electronApp.evaluate(async ({ BrowserWindow, session }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: session.fromPartition('another') },
    });
    await window.loadURL('data:text/html,<title>Another session</title>');
    const code = 'Notification.requestPermission().catch((error) => error.name)';
    const said: unknown = await window.webContents.executeJavaScript(code, true);
    window.destroy();
    return said;
  });
  expect(answer).toBe('denied');
});
