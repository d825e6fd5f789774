import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { calls } from '#shared/ipc/contract.ts';
import { channelOf } from '#shared/ipc/define.ts';
import { launchApp, type App } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';

// Item 17 of Electron's security checklist: who may call.
let app: App;

test.beforeAll(async () => {
  app = await launchApp();
});

test.afterAll(async () => {
  await app.kill();
});

const preload = resolve(import.meta.dirname, '../../out/preload/preload.cjs');

/** Every call of the contract: a new one is tested without a word here. */
const channels = Object.entries(calls).flatMap(([domain, methods]) =>
  Object.keys(methods).map((method) => ({ domain, method, channel: channelOf(domain, method) })),
);

/** Calls everything from a hidden window with the app's own preload script; gives what each call rejected with. */
function callAllFrom(url: string, isSubFrame = false): Promise<Record<string, string>> {
  return app.electronApp.evaluate(
    async ({ BrowserWindow }, given) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: given.preload,
          sandbox: true,
          contextIsolation: true,
          nodeIntegrationInSubFrames: given.isSubFrame,
        },
      });
      await window.loadURL(given.url);
      const [frame] = given.isSubFrame ? window.webContents.mainFrame.frames : [window.webContents.mainFrame];
      const answers: Record<string, string> = {};
      for (const { domain, method, channel } of given.channels) {
        const call = `window.api['${domain}']['${method}']({})`;
        const code = `${call}.then((answer) => JSON.stringify(answer), (error) => error.message)`;
        answers[channel] = String(await frame?.executeJavaScript(code));
      }
      window.destroy();
      return answers;
    },
    { url, preload, isSubFrame, channels },
  );
}

function expectAllRefused(answers: Readonly<Record<string, string>>): void {
  expect(Object.keys(answers)).toHaveLength(channels.length);
  for (const { channel } of channels) {
    expect(answers[channel]).toContain(`E_SENDER: this page may not call ${channel}.`);
  }
}

test('item 17: the app’s own window is answered on every channel', async () => {
  const refused = await app.page.evaluate(async (all) => {
    const { api } = window as unknown as {
      api: Record<string, Record<string, (input: unknown) => Promise<{ ok: boolean }>>>;
    };
    const names: string[] = [];
    for (const { domain, method, channel } of all) {
      // An input that no call takes: nothing is done, but the sender was let in to be told so.
      const answer = await api[domain]?.[method]?.({ nothing: 'takes this' });
      if (answer?.ok !== false) names.push(channel);
    }
    return names;
  }, channels);
  expect(refused).toEqual([]);
});

test('item 17: a hidden window on about:blank is refused on every channel', async () => {
  expectAllRefused(await callAllFrom('about:blank'));
});

test('item 17: a hidden window on a data page is refused on every channel', async () => {
  expectAllRefused(await callAllFrom('data:text/html,<title>data</title>'));
});

test('item 17: a window that the app did not make is refused even on the app’s own page', async () => {
  expectAllRefused(await callAllFrom('app://bundle/index.html'));
});

test('item 17: a frame within another page is refused on every channel', async () => {
  const page = 'data:text/html,<iframe srcdoc="inner"></iframe>';
  expectAllRefused(await callAllFrom(page, true));
});

test('item 17: a frame within the app’s own page is refused on every channel, though its origin is the same', async () => {
  const answers = await app.electronApp.evaluate(
    async ({ BrowserWindow, ipcMain }, names) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('There is no window.');
      const { webContents } = window;
      await webContents.executeJavaScript(
        `document.body.append(document.createElement('iframe')); window.frames.length`,
      );
      const [frame] = webContents.mainFrame.frames;
      if (!frame) throw new Error('There is no frame.');
      // The preload script is not in this frame, so it cannot call: what a call of it would meet is asked for here.
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: object, input: unknown) => Promise<unknown>>;
      };
      const told: Record<string, string> = {};
      for (const channel of names) {
        const handle = handlers.get(channel);
        const event = { sender: webContents, senderFrame: frame, frameId: frame.routingId };
        told[channel] = await Promise.resolve()
          .then(() => handle?.(event, undefined))
          .then(
            (answer) => JSON.stringify(answer),
            (error: unknown) => String(error),
          );
      }
      const same = frame.origin === webContents.mainFrame.origin;
      const api: unknown = await frame.executeJavaScript('typeof window.api');
      await webContents.executeJavaScript(`document.querySelector('iframe').remove()`);
      return { told, same, api };
    },
    channels.map(({ channel }) => channel),
  );
  expect(answers.same).toBe(true);
  expect(answers.api).toBe('undefined');
  expectAllRefused(answers.told);
});

test('item 17: main listens on no channel but those of the contract', async () => {
  const listening = await app.electronApp.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return { handled: [...handlers.keys()].sort(), heard: ipcMain.eventNames() };
  });
  expect(listening.handled).toEqual(channels.map(({ channel }) => channel).sort());
  // Electron itself listens for errors.
  expect(listening.heard).toEqual(['error']);
});
