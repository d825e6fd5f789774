import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shell } from 'electron/common';
import { app, BrowserWindow, clipboard, dialog, Menu } from 'electron/main';
import { locale, wordsOf } from '#shared/language/language.ts';
import type { Command } from '#shared/model/command.ts';
import { tokenName } from './accounts.ts';
import { openApiSession } from './api-session.ts';
import { pageLoaded, registerAppScheme, serveApp } from './app-protocol.ts';
import { chooseSource, chooseTarget } from './choose-file.ts';
import { accountNow, isElsewhere, serviceDesk } from './connect.ts';
import { createCurrentDesk, type CurrentDesk, type DeskChoice } from './current-desk.ts';
import { LINK_SCHEME, openDeepLinks } from './deep-link.ts';
import { deskOpener, type DeskSurroundings } from './desk-opener.ts';
import { openDiagnostics } from './diagnostics/bundle.ts';
import { openExternalLink } from './external-links.ts';
import type { AppShell } from './ipc/app-handlers.ts';
import { broadcast } from './ipc/broadcast.ts';
import { composeHandlers, type HandlerTools } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { openLog } from './log.ts';
import { findManagedFile } from './managed-file.ts';
import { looksFollow, takeLooks } from './looks.ts';
import { setMenu, type AppMenu } from './menu.ts';
import { Notifier } from './notifier.ts';
import { findPage, type Page } from './page.ts';
import { openUpdates } from './open-updates.ts';
import { openPrinter } from './printer.ts';
import type { Transport } from './ports.ts';
import { readProfile } from './profile.ts';
import { quitInOrder } from './quit.ts';
import { findRuntimeProblem, hasSourceBuild } from './runtime-check.ts';
import { sampleColleague } from './sample/colleague.ts';
import { createSampleService, type SampleService } from './sample/sample-service.ts';
import { saveText } from './save-text.ts';
import { sampleDesk } from './sample/sample.ts';
import { denyByDefault, switchOffPhoningHome } from './security.ts';
import { asksSelfTest, runSelfTest } from './self-test.ts';
import { serviceProbe } from './service-probe.ts';
import { openBackUps } from './storage/back-ups.ts';
import { checkpointThread, type Checkpointer } from './storage/checkpointer.ts';
import { finishRemoval } from './storage/removal.ts';
import type { StorageTools } from './storage/storage-acts.ts';
import { canNotify, isLookedAt, noticeShower } from './show-notice.ts';
import { storageWorker } from './storage/storage-worker.ts';
import { openStores, type Stores } from './stores.ts';
import { systemPorts } from './system-ports.ts';
import type { ExportTools, TransferTools } from './transfer/export-act.ts';
import { transferWorker } from './transfer-worker.ts';
import { watchWakeUps } from './wake-up.ts';
import { focusWindow, openWindow, openZoom } from './window.ts';

// Before there is a folder or a lock: whoever packages the app asks whether everything in it loads.
if (asksSelfTest(process.argv)) runSelfTest();

// Whose data: everything below belongs to this profile and can be read by this user only.
process.umask(0o077);
const { folder } = readProfile(process.argv, app.getPath('userData'));
mkdirSync(folder, { recursive: true, mode: 0o700 });
chmodSync(folder, 0o700);
app.setPath('userData', folder);

const logFolder = join(folder, 'logs');
const log = openLog(logFolder, { echo: !app.isPackaged });
const ports = systemPorts(log);
const links = openDeepLinks({
  log,
  onLink: () => {
    broadcast('linked', undefined);
  },
});
const inBuild = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

// One process writes one local copy: the second one shows the first one's window and ends.
if (app.requestSingleInstanceLock()) begin();
else app.exit(0);

/** Says what must be said before the app is ready, then starts it. */
function begin(): void {
  process.on('uncaughtExceptionMonitor', (error) => {
    log.error('an error was caught nowhere', { detail: detailOf(error) });
  });
  process.on('unhandledRejection', (error) => {
    log.error('nobody waited for a promise that failed', { detail: detailOf(error) });
  });
  switchOffPhoningHome();
  // Otherwise Electron makes a menu of its own first.
  Menu.setApplicationMenu(null);
  hearLinks();
  registerAppScheme();
  const page = findPage(process.env['ELECTRON_RENDERER_URL'], app.isPackaged);
  denyByDefault(page.mayNavigate);
  app
    .whenReady()
    .then(() => start(page))
    .catch(giveUp);
}

/** Hears the links of other programs: of the command line, of a second start, and as a Mac tells them. */
function hearLinks(): void {
  // A build for developers must not take the scheme away from the app that is installed.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  links.receiveArguments(process.argv);
  app.on('second-instance', (_event, argv) => {
    links.receiveArguments(argv);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    links.receive(url);
  });
}

async function start(page: Page): Promise<void> {
  log.info('the app starts', { version: app.getVersion(), electron: process.versions.electron });
  if (page.isBuilt) await serveApp(inBuild('renderer'));
  const stores = await openStores(folder, { ...ports, managedFile: managedFile() });
  const transport = openApiSession();
  takeLooks(stores.settings.settings());
  const menu = setMenu({ send: sendCommand, devTools: !app.isPackaged });
  const senders = new Set<number>();
  const storage = openStorage();
  const current = openCurrent(stores, transport, storage);
  // Before the window: its own end is heard as well.
  const updates = openUpdates({ ...ports, folder, managed: stores.settings.managed.settings });
  quitInOrder({ ...ports, updates, close: current.close, onEnd: stores.lastRun.endInOrder });
  const loaded = page.isBuilt ? pageLoaded() : Promise.resolve();
  // The process of the page starts while the rest is made; before it can call, this turn has ended.
  showWindow(page, stores, senders);
  const service = createSampleService({
    program: inBuild('main/service.js'),
    folder: stores.places.sampleFolder,
    log,
  });
  const handlers = composeHandlers({
    ...stores,
    current,
    service,
    probe: serviceProbe(transport, ports),
    colleague: sampleColleague(transport, ports),
    ...storage,
    savedDesk: () => savedDesk(stores, service),
    clock: ports.clock,
    diagnostics: openDiagnostics({ ...stores, ...storage, current, clock: ports.clock, versions, logFolder }),
    shell: shellOf(current, menu, stores),
    transfer: openTransfer(current),
    updates,
    onSettings: looksFollow(menu),
    onEditProgress,
  });
  registerHandlers(handlers, { trust: { origin: page.origin, senders }, log, newId: ports.newId });
  watchWakeUps((trigger) => current.desk()?.loop.request(trigger));

  // The window asks for the state as soon as it can; the answer waits for the desk.
  await openSaved(current, stores, async () => {
    // Opening a large copy keeps this process for a while: the page gets its script before, and runs it meanwhile.
    await loaded;
    return savedDesk(stores, service);
  });
}

/** Opens the desk of last time. */
async function openSaved(
  current: CurrentDesk,
  { lastRun }: Stores,
  saved: () => Promise<DeskChoice | undefined>,
): Promise<void> {
  const { screen } = await current.change(saved).catch((error: unknown) => {
    log.error('the desk of last time could not be opened', { detail: detailOf(error) });
    return current.state();
  });
  // Where no desk opens, the window says what is the matter: how the last run ended is no news any more.
  if (screen !== 'desk') lastRun.takeBrokenOff();
}

function openCurrent({ settings }: Stores, transport: Transport, storage: Storage): CurrentDesk {
  const notifier = new Notifier({
    isWanted: () => settings.settings().notifies,
    isLookedAt,
    show: noticeShower(sendCommand),
  });
  const onDamaged: DeskSurroundings['onDamaged'] = (choice) => {
    // It is looked at again, and what is wrong with it is told with the ways on.
    current
      .change(() => Promise.resolve(choice))
      .catch((error: unknown) => {
        log.error('the damaged copy could not be left', { detail: detailOf(error) });
      });
  };
  const current = createCurrentDesk({
    open: deskOpener({ settings, transport, ports, broadcast, notifier, ...storage, onDamaged }),
    runtimeProblem: findRuntimeProblem(Number(process.versions.napi), hasSourceBuild(import.meta.url)),
    onState: (state) => {
      broadcast('appState', state);
    },
  });
  return current;
}

const managedFile = (): string =>
  findManagedFile({ platform: process.platform, env: process.env, isPackaged: app.isPackaged });

const { electron, chrome, node, v8 } = process.versions;
const versions = { app: app.getVersion(), electron, chrome, node, v8 };

function showWindow(page: Page, { windowState: state }: Stores, senders: Set<number>): void {
  const preload = inBuild('preload/preload.cjs');
  const icon = inBuild('../resources/icon.png');
  keepOneWindow(() => openWindow({ page: page.url, preload, icon, state, senders, log }));
}

type Storage = Pick<StorageTools, 'work' | 'backUps' | 'saveText' | 'log'> &
  Pick<DeskSurroundings, 'checkpointer'>;

function openStorage(): Storage {
  const work = storageWorker(inBuild('main/storage.js'));
  const checkpointer = (file: string): Checkpointer => checkpointThread(inBuild('main/checkpoint.js'), file);
  return { work, backUps: openBackUps({ work, ...ports }), checkpointer, saveText, log };
}

const openTransfer = (current: CurrentDesk): TransferTools & ExportTools => ({
  work: transferWorker(inBuild('main/transfer.js')),
  copy: () => (current.desk() ? current.choice()?.file : undefined),
  desk: current.desk,
  chooseTarget,
  chooseSource,
  printer: openPrinter(),
  now: ports.clock.now,
  onProgress: (progress) => {
    broadcast('importProgress', progress);
  },
});

/** Which desk the app had open when it last ended; `undefined` at a first run. */
async function savedDesk(stores: Stores, service: SampleService): Promise<DeskChoice | undefined> {
  await finishRemoval({ ...stores, log });
  const connection = stores.settings.connection();
  if (!connection || isElsewhere(stores.settings)) return undefined;
  if (connection.kind === 'sample') return sampleDesk({ service, places: stores.places });
  const account = accountNow(stores, connection.address);
  await stores.tokens.load(tokenName(account));
  return serviceDesk(stores, account);
}

const shellOf = (current: CurrentDesk, menu: AppMenu, { lastRun, windowState }: Stores): AppShell => {
  const zoom = openZoom(windowState, (level) => {
    broadcast('zoomed', { level });
  });
  return {
    state: current.state,
    openLink: openExternalLink,
    copyText: async (text) => {
      await clipboard.writeText(text);
    },
    dataFolder: () => folder,
    showDataFolder,
    showCommands: menu.show,
    canNotify,
    zoomLevel: zoom.level,
    zoom: zoom.change,
    takeLink: links.take,
    takeBrokenOff: lastRun.takeBrokenOff,
    locale,
    saveText,
  };
};

function showDataFolder(): void {
  void shell.openPath(folder);
}

function sendCommand(command: Command): void {
  broadcast('command', { command });
}

const onEditProgress: HandlerTools['onEditProgress'] = (progress) => {
  broadcast('editProgress', progress);
};

function keepOneWindow(open: () => BrowserWindow): void {
  const show = (): void => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) focusWindow(window);
    else open();
  };
  app.on('second-instance', show);
  app.on('activate', show);
  open();
}

const detailOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function giveUp(error: unknown): void {
  log.error('the app could not start', { detail: detailOf(error) });
  const words = wordsOf('app');
  const detail = words.logIsIn({ detail: String(error), folder: join(folder, 'logs') });
  dialog.showErrorBox(words.notStarted, detail);
  app.exit(1);
}
