import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { launchApp, type App } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';

// Items 11 to 15 of Electron's security checklist: nothing leads out of the page, and nothing in.
const PAGE = 'app://bundle/index.html';

let app: App;
let server: Server;
let outside: string;
const requests: string[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end('<title>outside</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  outside = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  app = await launchApp();
  await app.page.evaluate(() => Object.assign(window, { sameDocument: true }));
});

test.afterAll(async () => {
  await app.kill();
  server.closeAllConnections();
  server.close();
});

/** Checks that the one window still shows the very document that it showed before. */
async function expectUnmoved(): Promise<void> {
  // A navigation that was not stopped has begun by the time that main has answered a call.
  await app.api.app.state();
  const contents = await app.electronApp.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getURL()),
  );
  expect(contents).toEqual([PAGE]);
  expect(app.page.url()).toBe(PAGE);
  expect(await app.page.evaluate(() => 'sameDocument' in window)).toBe(true);
  expect(requests).toEqual([]);
}

const navigations: Readonly<Record<string, string>> = {
  'to a web page': `location.href = 'OUTSIDE/page'`,
  'by replacing': `location.replace('OUTSIDE/page')`,
  'to another host of its scheme': `location.href = 'app://other/index.html'`,
  'to another file of its scheme': `location.href = 'app://bundle/assets/other.html'`,
  'to a data page': `location.href = 'data:text/html,<title>data</title>'`,
  'to a page it made': `location.href = URL.createObjectURL(new Blob(['<p>'], { type: 'text/html' }))`,
  'to a script': `location.href = 'javascript:document.title = 1'`,
  'to a file': `location.href = 'file:///etc/passwd'`,
  'to its source': `location.href = 'view-source:OUTSIDE/page'`,
  'by a reload': `location.reload()`,
  'by a link': `const a = document.createElement('a'); a.href = 'OUTSIDE/link'; document.body.append(a); a.click(); a.remove();`,
  'by a link to a download': `const a = document.createElement('a'); a.href = 'OUTSIDE/file'; a.download = 'x'; document.body.append(a); a.click(); a.remove();`,
  'by a form': `const f = document.createElement('form'); f.action = 'OUTSIDE/form'; document.body.append(f); f.submit(); f.remove();`,
  'by a refresh': `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=OUTSIDE/refresh'; document.head.append(m); m.remove();`,
  'by a frame of its own': `const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.location.href = 'OUTSIDE/frame'; f.remove();`,
  'to the top from a frame': `const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.open('OUTSIDE/top', '_top'); f.remove();`,
};

for (const [way, code] of Object.entries(navigations)) {
  test(`item 13: the page cannot go away ${way}`, async () => {
    // In a task of the page's own, as a script in it would.
    await app.page.evaluate(
      `setTimeout(() => { try { ${code.replaceAll('OUTSIDE', outside)} } catch {} }, 0)`,
    );
    await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    await expectUnmoved();
  });
}

test('item 13: a link dropped on the window does not take it away', async () => {
  await app.page.evaluate((url) => {
    const data = new DataTransfer();
    data.setData('text/uri-list', url);
    data.setData('text/plain', url);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true }));
    }
  }, `${outside}/dropped`);
  await expectUnmoved();
});

test('item 14: no way of opening a window opens one', async () => {
  const answers = await app.page.evaluate(
    (url) => [
      window.open(url),
      window.open(url, '_blank', 'popup,width=200,height=200'),
      window.open('about:blank'),
      window.open('app://bundle/index.html', 'another'),
    ],
    `${outside}/window`,
  );
  expect(answers).toEqual([null, null, null, null]);
  await expectUnmoved();
});

test('item 14: a click with ctrl, shift or the middle button on a link opens nothing', async () => {
  await app.page.evaluate((url) => {
    const link = document.createElement('a');
    link.href = url;
    link.target = '_blank';
    link.textContent = 'a link of somebody else';
    link.style.cssText = 'position: fixed; left: 0; top: 0; z-index: 9999';
    document.body.append(link);
  }, `${outside}/clicked`);
  // By the mouse itself: after so many navigations that were begun and stopped, Playwright would wait for one to end.
  const { mouse, keyboard } = app.page;
  const at = [8, 8] as const;
  const hit = await app.page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.textContent, at);
  expect(hit).toBe('a link of somebody else');
  await mouse.click(...at);
  for (const key of ['Control', 'Shift']) {
    await keyboard.down(key);
    await mouse.click(...at);
    await keyboard.up(key);
  }
  await mouse.click(...at, { button: 'middle' });
  await app.page.evaluate(() => {
    document.querySelector('a[target=_blank]')?.remove();
  });
  await expectUnmoved();
});

test('items 11 and 12: a webview is an element that does nothing', async () => {
  const isView = await app.page.evaluate(async (url) => {
    const view = document.createElement('webview');
    view.setAttribute('src', url);
    view.setAttribute('allowpopups', '');
    document.body.append(view);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const can = ['loadURL', 'getWebContentsId', 'executeJavaScript'].some((name) => name in view);
    view.remove();
    return can;
  }, `${outside}/webview`);
  expect(isView).toBe(false);
  await expectUnmoved();
});

test('item 12: a window that could have webviews gets none attached', async () => {
  const attached = await app.electronApp.evaluate(async ({ BrowserWindow, webContents }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    const before = webContents.getAllWebContents().length;
    await window.loadURL(`data:text/html,<webview src="${url}"></webview>`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const count = webContents.getAllWebContents().length - before;
    window.destroy();
    return count;
  }, `${outside}/webview`);
  expect(attached).toBe(0);
  await expectUnmoved();
});

test('items 13 and 14: a window that came about by accident can neither leave nor open another', async () => {
  const seen = await app.electronApp.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('data:text/html,<title>accident</title>');
    const code = `location.href = '${url}/away'; window.open('${url}/other') === null`;
    const isDenied: unknown = await window.webContents.executeJavaScript(code, true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const at = window.webContents.getURL();
    const windows = BrowserWindow.getAllWindows().length;
    window.destroy();
    return { isDenied, at, windows };
  }, outside);
  expect(seen).toEqual({ isDenied: true, at: 'data:text/html,<title>accident</title>', windows: 2 });
  await expectUnmoved();
});

const REFUSED = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'file://host/share/run.exe',
  '\\\\host\\share\\run.exe',
  '//host/share',
  'smb://host/share',
  'http://example.com/',
  'ftp://example.com/file',
  'ms-msdt:/id PCWDiagnostic',
  'ms-officecmd:{"id":3}',
  'search-ms:query=x&crumb=location:\\\\host\\share',
  'vscode://file/etc/passwd',
  'ssh://-oProxyCommand=calc',
  'app://bundle/index.html',
  'about:blank',
  'chrome://settings',
  'view-source:https://example.com',
  'blob:https://example.com/1',
  'https://user:secret@example.com/',
  'https://user@example.com/',
  'https:example.com',
  'https:///example.com',
  '\u0001https://example.com/',
  ' https://example.com/',
  'https://example.com/\u202Efdp.exe',
  'https://example.com/a\nb',
  'https://example.com\\@evil.example/',
  'mailto:a@example.com?attach=/etc/passwd',
  'mailto:a@example.com?bcc=b@example.com',
  'tel:+1234;phone-context=evil',
  `https://example.com/${'a'.repeat(3000)}`,
  '',
  'example.com',
];

const ALLOWED: Readonly<Record<string, string>> = {
  'https://example.com': 'https://example.com/',
  'HTTPS://Example.COM/A?b=c#d': 'https://example.com/A?b=c#d',
  'https://еxample.com/': 'https://xn--xample-2of.com/',
  'https://example.com/../../x': 'https://example.com/x',
  'mailto:somebody@example.com': 'mailto:somebody@example.com',
  'tel:+441234567890': 'tel:+441234567890',
};

test('item 15: only safe links reach the system, each written out anew', async () => {
  await app.electronApp.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const openedSoFar = (): Promise<string[]> =>
    app.electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  for (const url of REFUSED) {
    const answer = await app.api.app.openLink({ url });
    expect(answer.ok, `${JSON.stringify(url)} is refused`).toBe(false);
  }
  expect(await openedSoFar()).toEqual([]);
  for (const url of Object.keys(ALLOWED)) {
    expect(await app.api.app.openLink({ url }), `${url} is opened`).toEqual({ ok: true, value: undefined });
  }
  expect(await openedSoFar()).toEqual(Object.values(ALLOWED));
});

test('item 15: a link that is no text never reaches the system', async () => {
  const openLink = app.api.app.openLink as (input: unknown) => Promise<unknown>;
  for (const input of [undefined, null, 'https://example.com', { url: 7 }, { url: ['https://a.example'] }]) {
    expect(await openLink(input)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  }
});
