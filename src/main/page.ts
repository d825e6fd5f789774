import { APP_ORIGIN, APP_PAGE } from './app-files.ts';

/** The app's one page: where it is, and the only origin that may call the bridge. */
export type Page = {
  readonly url: string;
  readonly origin: string;
  /** Whether it is made of the built files; the dev server's is not. */
  readonly isBuilt: boolean;
  /** Whether a page may go to a URL by itself: never in the built app; the dev server reloads its own page. */
  readonly mayNavigate: (url: string) => boolean;
};

const builtPage: Page = { url: APP_PAGE, origin: APP_ORIGIN, isBuilt: true, mayNavigate: () => false };

/** Finds the page: the built one, or the dev server's where there is one and the app is not packaged. */
export function findPage(devServer: string | undefined, isPackaged: boolean): Page {
  if (isPackaged || devServer === undefined || !URL.canParse(devServer)) return builtPage;
  const { origin, href, hostname } = new URL(devServer);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return builtPage;
  return {
    url: href,
    origin,
    isBuilt: false,
    mayNavigate: (url) => URL.canParse(url) && new URL(url).origin === origin,
  };
}
