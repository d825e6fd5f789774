import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { listPackage } from '@electron/asar';

const ARCHIVE = 'app.asar';
const ADDON = /^node_modules\/better-sqlite3\/(build\/Release\/better_sqlite3|prebuilds\/[a-z0-9-]+)\.node$/;

// Everything that may be in the app: a file that nobody thought of does not get in.
const ALLOWED = [
  /^package\.json$/,
  /^out\/main\/(chunks\/)?[\w.-]+\.js$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|woff2|svg|png))$/,
  /^resources\/icon\.png$/,
  /^node_modules\/(better-sqlite3|electron-log)\/(.+\/)?([\w-]+\.(c?js|json)|LICENSE)$/,
  ADDON,
];
// Of what is allowed, what is never in a product all the same.
const REFUSED = /\.map$|(^|\/)\.env|(^|\/)(test|tests|__tests__)\/|\.(test|spec)\./;

/** Says what is in the resources of a packaged app and must not be there, and what has to be there and is not. */
export async function faultsOfContents(resources: string): Promise<string[]> {
  const packed = listPackage(path.join(resources, ARCHIVE), { isPack: false })
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((name, _index, all) => !all.some((other) => other.startsWith(`${name}/`)));
  const strangers = packed.filter((name) => REFUSED.test(name) || !ALLOWED.some((one) => one.test(name)));
  const loose = await looseFiles(path.join(resources, `${ARCHIVE}.unpacked`));
  const others = (await readdir(resources)).filter((name) => name === 'app' || name === 'default_app.asar');
  return [
    ...strangers.map((name) => `${name} is in the app`),
    ...loose.filter((name) => !ADDON.test(name)).map((name) => `${name} lies beside the app`),
    ...(loose.some((name) => ADDON.test(name)) ? [] : ['the SQLite addon does not lie beside the app']),
    ...others.map((name) => `another app, ${name}, is in the package`),
  ];
}

async function looseFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
