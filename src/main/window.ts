import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron/main';
import { wordsOf } from '#shared/language/language.ts';
import { zoomedBy, type ZoomStep } from '#shared/model/zoom.ts';
import type { Log } from './ports.ts';
import type { StoredDocument } from './stored-document.ts';
import { offerTextMenu } from './text-menu.ts';
import { fitWindow, smallestWindow, WindowState } from './window-state.ts';

const words = wordsOf('app');

const SAVE_AFTER_MS = 500;
const PAINTED_WITHIN_MS = 1000;
const MOST_REVIVALS = 3;

// The page's own colours (src/renderer/ui/global.css), so that nothing flashes before its first picture.
const backgrounds = { light: '#ffffff', dark: '#1b1d20' } as const;

/** What a window is made of. */
export type WindowOptions = {
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
  readonly state: StoredDocument<WindowState>;
  /** The ids of the web contents that may call the bridge; the window enters itself and leaves when it is gone. */
  readonly senders: Set<number>;
  readonly log: Log;
};

/** Opens the app's window where it last was, and shows it when its first picture is ready: no white flash. */
export function openWindow({ page, preload, icon, state, senders, log }: WindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { maximised, zoomLevel, bounds } = fitWindow(state.get(), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    icon,
    backgroundColor: backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: Object.freeze({
      preload,
      devTools: !app.isPackaged,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
    }),
  });
  const { id } = window.webContents;
  senders.add(id);
  window.once('closed', () => senders.delete(id));
  showPainted(window, maximised);
  window.webContents.once('dom-ready', () => {
    window.webContents.setZoomLevel(zoomLevel);
  });
  keepState(window, state);
  reviveAfterCrash(window, log);
  offerTextMenu(window);
  void window.loadURL(page);
  return window;
}

/** Shows a window with its first picture, never before it. */
function showPainted(window: BrowserWindow, maximised: boolean): void {
  let wasShown = false;
  const show = (): void => {
    if (wasShown || window.isDestroyed()) return;
    wasShown = true;
    if (maximised) window.maximize();
    window.show();
  };
  window.once('ready-to-show', show);
  // A compositor that stalls draws no first picture; the window must be there all the same.
  window.webContents.once('did-finish-load', () => {
    setTimeout(show, PAINTED_WITHIN_MS);
  });
}

type Focusable = Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>;

/** Brings a window to the person: out of the dock, shown and focused. */
export function focusWindow(window: Focusable): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** How large everything in the window is. */
export type Zoom = {
  readonly level: () => number;
  /** Makes everything larger or smaller by a step, or as large as it is; answers the level that is shown then. */
  readonly change: (step: ZoomStep) => number;
};

/** Keeps the zoom as soon as it is changed, so that an app which is killed finds it again; `onChange` hears of it. */
export const openZoom = (state: StoredDocument<WindowState>, onChange: (level: number) => void): Zoom => ({
  level: () => state.get().zoomLevel,
  change: (step) => {
    const zoomLevel = zoomedBy(state.get().zoomLevel, step);
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomLevel(zoomLevel);
    state.set({ ...state.get(), zoomLevel });
    onChange(zoomLevel);
    return zoomLevel;
  },
});

function keepState(window: BrowserWindow, state: StoredDocument<WindowState>): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    const next = WindowState.safeParse({
      ...window.getNormalBounds(),
      maximised: window.isMaximized(),
      // Not the window's own: until its page is there, it is that of no zoom.
      zoomLevel: state.get().zoomLevel,
    });
    if (next.success) state.set(next.data);
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', save);
}

// What was saved is in the local copy: the page only has to be loaded again, but not for ever.
function reviveAfterCrash(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  let revivals = 0;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('the process of the window ended', { reason, exitCode, revivals });
    if (revivals < MOST_REVIVALS) {
      revivals += 1;
      webContents.reload();
      return;
    }
    void askToGoOn(window).then((goesOn) => {
      if (!goesOn) {
        app.quit();
        return;
      }
      revivals = 0;
      webContents.reload();
    });
  });
}

/** Asks in a window of the system, since the app's own shows nothing any more; false when the person wants to quit. */
async function askToGoOn(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.keepsFailing,
    detail: words.keepsFailingMeans,
    buttons: [words.openAgain, words.quit],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 0;
}
