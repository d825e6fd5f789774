import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { launchApp, type App } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';

// Item 18 of Electron's security checklist: the app's own scheme gives the built files to the app's page only.
let app: App;

test.beforeAll(async () => {
  app = await launchApp();
});

test.afterAll(async () => {
  await app.kill();
});

type Given = { readonly status: number; readonly headers: Record<string, string>; readonly body: string };

/** Milliseconds after which an answer that never ends is asked for again. */
const PATIENCE = 5000;

/**
 * Asks the handler of the scheme through Electron's network stack, from the main process. One empty answer in a hundred
 * never ends there (Electron 33, `net.fetch` of a scheme of the app's own): it is given up and asked for again.
 */
async function ask(url: string, method = 'GET'): Promise<Given> {
  for (;;) {
    const given = await app.electronApp.evaluate(
      async ({ net }, { asked, patience }) => {
        const read = async (): Promise<Given> => {
          const response = await net.fetch(asked.url, { method: asked.method });
          const headers = Object.fromEntries(response.headers);
          return { status: response.status, headers, body: await response.text() };
        };
        const never = new Promise<undefined>((resolve) => {
          setTimeout(() => {
            resolve(undefined);
          }, patience);
        });
        return Promise.race([read(), never]);
      },
      { asked: { url, method }, patience: PATIENCE },
    );
    if (given) return given;
  }
}

test('item 18: the page comes with its policy and its type in headers', async () => {
  const { status, headers, body } = await ask('app://bundle/index.html');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
  const policy = headers['content-security-policy'] ?? '';
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(policy.split('; ')).toContain(directive);
  }
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/(script-src|script-src-\w+|style-src|default-src) [^;]*'unsafe-inline'/);
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect(body).toContain(`content="${String(nonce)}"`);
  const again = await ask('app://bundle/index.html');
  expect(again.headers['content-security-policy']).not.toContain(String(nonce));
});

const TRICKS: readonly (readonly [what: string, url: string, method?: string])[] = [
  ['dots', 'app://bundle/../../../../etc/passwd'],
  ['escaped dots', 'app://bundle/%2e%2e/%2e%2e/%2e%2e/etc/passwd'],
  ['escaped slashes', 'app://bundle/..%2f..%2f..%2fetc%2fpasswd'],
  ['backslashes', 'app://bundle/..\\..\\..\\etc\\passwd'],
  ['escaped backslashes', 'app://bundle/..%5c..%5cetc%5cpasswd'],
  ['a path from the root', 'app://bundle//etc/passwd'],
  ['another host', 'app://other/index.html'],
  ['a host within a path', 'app://bundle//other/index.html'],
  ['no host', 'app:///index.html'],
  ['a sub-host', 'app://x.bundle/index.html'],
  ['the main process', 'app://bundle/../main/main.js'],
  ['the package', 'app://bundle/package.json'],
  ['a NUL', 'app://bundle/index.html%00.js'],
  ['a long path', `app://bundle/${'a/'.repeat(5000)}`],
  ['a folder', 'app://bundle/assets/'],
  ['nothing', 'app://bundle/'],
  ['POST', 'app://bundle/index.html', 'POST'],
  ['PUT', 'app://bundle/index.html', 'PUT'],
  ['HEAD', 'app://bundle/index.html', 'HEAD'],
];

for (const [what, url, method] of TRICKS) {
  test(`item 18: the scheme gives nothing for ${what}`, async () => {
    const { status, body, headers } = await ask(url, method);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).toBe('');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
}

test('item 18: a page of the web in the same session can neither read nor frame the app’s files', async () => {
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<title>web</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const { body } = await ask('app://bundle/index.html');
  const [, script] = /src="\.\/(assets\/[^"]+\.js)"/.exec(body) ?? [];
  expect((await ask(`app://bundle/${String(script)}`)).status).toBe(200);
  const code = `(async () => {
    const outcome = (work) => work().then((got) => 'read ' + got, () => 'refused');
    const target = 'app://bundle/index.html';
    const asked = (method) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve(request.responseText);
      request.onerror = reject;
      request.open('GET', target);
      request.send();
    });
    const framed = () => new Promise((resolve, reject) => {
      const frame = document.createElement('iframe');
      frame.onload = () => {
        try { resolve(frame.contentDocument.documentElement.outerHTML); } catch (error) { reject(error); }
      };
      frame.src = target;
      document.body.append(frame);
      // Of a frame that is refused nothing may be heard at all.
      setTimeout(() => reject(new Error('nothing came')), 1000);
    });
    const script = () => new Promise((resolve, reject) => {
      const made = document.createElement('script');
      made.onload = resolve;
      made.onerror = reject;
      made.src = 'app://bundle/${String(script)}';
      document.body.append(made);
    });
    return {
      fetched: await outcome(() => fetch(target).then((response) => response.text())),
      opaque: await outcome(() => fetch(target, { mode: 'no-cors' }).then((response) => response.type)),
      asked: await outcome(asked),
      framed: await outcome(framed),
      script: await outcome(script),
    };
  })()`;
  const outcomes = await app.electronApp.evaluate(
    async ({ BrowserWindow }, given) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL(given.url);
      const found: unknown = await window.webContents.executeJavaScript(given.code);
      window.destroy();
      return found;
    },
    { url, code },
  );
  server.closeAllConnections();
  server.close();
  expect(outcomes).toEqual({
    fetched: 'refused',
    opaque: 'refused',
    asked: 'refused',
    framed: 'refused',
    script: 'refused',
  });
});

test('item 18: the page cannot read files', async () => {
  const answer = await app.page.evaluate(() =>
    fetch('file:///etc/passwd').then(
      () => 'read',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
});
