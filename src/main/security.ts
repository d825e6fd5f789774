import { app, type Session, type WebContents } from 'electron/main';

/** Says whether a page may go to a URL by itself; in the built app never. */
export type MayNavigate = (url: string) => boolean;

/** Turns off what Chromium would do over the network by itself; before the app is ready. */
export function switchOffPhoningHome(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
  ]) {
    app.commandLine.appendSwitch(name);
  }
}

/**
 * Denies, for every session and every page that will ever exist: permissions, devices, navigation, new windows,
 * webviews and Chromium's own password prompt. To be called before the app is ready.
 */
export function denyByDefault(mayNavigate: MayNavigate): void {
  // As root the launch scripts pass --no-sandbox; forcing the sandbox would then end every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('session-created', denyPermissions);
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents, mayNavigate);
  });
  app.on('login', (event, ...[, , , answer]) => {
    event.preventDefault();
    // Without a user name the request is answered with the service's 401.
    answer();
  });
}

/** Denies every permission and every device to every page of a session, and never downloads a dictionary. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  neverCheckSpelling(session);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** No scheme that anything answers; the slash at the end is asked for. */
const NOWHERE = 'no-dictionary://nowhere/';

/**
 * Switches the spell checker off. Important! A session has begun to look for the dictionary of the system's language when
 * it is told that it is off, and would fetch it from Google: it must have no language, and no place to fetch from.
 */
function neverCheckSpelling(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(NOWHERE);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

function denyNavigation(contents: WebContents, mayNavigate: MayNavigate): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
