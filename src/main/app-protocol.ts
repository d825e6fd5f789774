import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { protocol, session } from 'electron/main';
import { APP_ORIGIN, findAppFile, mapAppFiles, type AppFile } from './app-files.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * Tells Chromium about the app's own scheme, before the app is ready. It gets no `supportFetchAPI`: with it, a page
 * of another origin could read the app's files (docs/adr/0003).
 */
export function registerAppScheme(): void {
  // `codeCache`: what Chromium compiled of a script, whose name says its content, is compiled once.
  const privileges = { standard: true, secure: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Serves the built files under `root` as `app://bundle/…`; which files there are is read once, here. */
export async function serveApp(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const files = mapAppFiles(root, names);
  refuseOtherPages();
  protocol.handle('app', ({ method, url }) => {
    const found = findAppFile(files, method, url);
    return 'status' in found ? refuse(found.status) : send(found);
  });
}

/** What a page needs before it can draw anything, and how long it is waited for, ms. */
const NEEDED = ['script', 'stylesheet'];
const NEEDED_WITHIN = 2000;

/** Waits until a page has its script and its styles: it runs them while the main process does other work. */
export const pageLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, NEEDED_WITHIN);
    const missing = new Set(NEEDED);
    const { webRequest } = session.defaultSession;
    webRequest.onCompleted({ urls: ['app://*/*'] }, ({ resourceType }) => {
      missing.delete(resourceType);
      if (missing.size > 0) return;
      webRequest.onCompleted(null);
      resolve();
    });
  });

/** Lets only the app's own page load its files: a page of another origin could read them by an XMLHttpRequest. */
function refuseOtherPages(): void {
  const ours = { urls: ['app://*/*'] };
  session.defaultSession.webRequest.onBeforeRequest(ours, ({ resourceType, frame }, answer) => {
    answer({ cancel: resourceType !== 'mainFrame' && frame?.origin !== APP_ORIGIN });
  });
}

const baseHeaders = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };

const refuse = (status: number): Response =>
  new Response(undefined, {
    status,
    headers: { ...baseHeaders, 'Content-Security-Policy': "default-src 'none'" },
  });

async function send({ path, contentType, isPage }: AppFile): Promise<Response> {
  const headers = { ...baseHeaders, 'Content-Type': contentType };
  if (!isPage) return new Response(await readFile(path), { headers });
  const nonce = randomBytes(16).toString('base64');
  const page = (await readFile(path, 'utf8')).replaceAll(NONCE_PLACEHOLDER, nonce);
  return new Response(page, {
    headers: { ...headers, 'Content-Security-Policy': contentSecurityPolicy(nonce) },
  });
}
