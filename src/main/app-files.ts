import { extname, join, posix, relative, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The origin of the app's own page. */
export const APP_ORIGIN = 'app://bundle';

/** The one page of the app. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** A file that the app's page may load: where it is on disk and what it is. */
export type AppFile = { readonly path: string; readonly contentType: string; readonly isPage: boolean };

/** Every file that the app's page may load, by the path of its URL. A path that is not in it does not exist. */
export type AppFiles = ReadonlyMap<string, AppFile>;

/** Maps the files under `root` to the paths of their URLs; files of an unknown type are left out. */
export function mapAppFiles(root: string, files: readonly string[]): AppFiles {
  const entries = files.flatMap((file): [string, AppFile][] => {
    const path = join(root, relative(root, join(root, file)));
    const contentType = contentTypes[extname(file).toLowerCase()];
    if (contentType === undefined) return [];
    const url = `/${file.split(sep).join(posix.sep)}`;
    return [[url, { path, contentType, isPage: url === '/index.html' }]];
  });
  return new Map(entries);
}

/** Why a request of the app's scheme is not served, as an HTTP status. */
export type Refusal = { readonly status: 400 | 404 | 405 };

/** Finds the file that a request of the app's scheme asks for: GET, this host, exactly a path of the map. */
export function findAppFile(files: AppFiles, method: string, url: string): AppFile | Refusal {
  if (method !== 'GET') return { status: 405 };
  if (!URL.canParse(url)) return { status: 400 };
  const { protocol, host, pathname, username, password, port } = new URL(url);
  if (`${protocol}//${host}` !== APP_ORIGIN || username !== '' || password !== '' || port !== '') {
    return { status: 404 };
  }
  return files.get(pathname) ?? { status: 404 };
}
