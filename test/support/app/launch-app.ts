import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { calls } from '#shared/ipc/contract.ts';
import type { Api } from '#shared/ipc/define.ts';
import type { Result } from '#shared/result.ts';
import { isAlive, until } from './wait.ts';

/** Whether these tests run as root, as whom Chromium has no sandbox. */
export const isRoot = process.getuid?.() === 0;

const repository = resolve(import.meta.dirname, '../../..');

/** What an app is started with. */
export type LaunchOptions = {
  /** The folder of the profile; a new and empty one unless said otherwise. */
  readonly profileDir?: string;
  /** More arguments of the command line. */
  readonly args?: readonly string[];
  /** A module that the main process takes in before the app. */
  readonly probe?: string;
  /** `null` where the page is to see the colours that the app has set; Playwright shows it light ones otherwise. */
  readonly colorScheme?: null;
  /** A packaged app; what was built in the repository unless said otherwise. */
  readonly executablePath?: string;
  /** What is in the environment besides. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Every call of the contract as a test makes it: through `window.api` of the real page. */
export type Calls = Omit<Api, 'on'>;

/** The app as it runs: its window, its main process, and the two ways in which it ends. */
export type App = {
  readonly page: Page;
  readonly electronApp: ElectronApplication;
  readonly profileDir: string;
  readonly pid: number;
  readonly api: Calls;
  /** Quits as a person does, and waits until the process is gone. */
  readonly close: () => Promise<void>;
  /** Ends every process of the app with SIGKILL, and waits until the main one is gone. */
  readonly kill: () => Promise<void>;
};

/** Makes an empty folder for a profile. */
export const emptyProfile = (): string => mkdtempSync(join(tmpdir(), 'key-accounts-e2e-'));

/** The command line of the app: a profile of its own, and no keyring. */
export const argumentsFor = (profileDir: string, args: readonly string[] = []): string[] => [
  ...(isRoot ? ['--no-sandbox'] : []),
  repository,
  `--profile-dir=${profileDir}`,
  '--password-store=basic',
  '--lang=en-GB',
  // A virtual display has no graphics card: looking for one only takes time, and now and then never ends.
  '--disable-gpu',
  '--disable-backgrounding-occluded-windows',
  ...args,
];

/** Where the app looks for what an administrator has set. */
export const managedFileOf = (profileDir: string): string => join(profileDir, 'managed.json');

/** The environment of the app: no session bus, where a keyring could be found, and nobody's dev server. */
export function environment(): Record<string, string> {
  const left = new Set(['ELECTRON_RUN_AS_NODE', 'ELECTRON_RENDERER_URL', 'DBUS_SESSION_BUS_ADDRESS']);
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || left.has(name) ? [] : [[name, value]],
  );
  return { ...(Object.fromEntries(given) as Record<string, string>), TZ: 'UTC' };
}

/** Starts the built app in a real Electron and waits for its page. */
export async function launchApp({
  profileDir = emptyProfile(),
  args,
  probe,
  colorScheme,
  executablePath,
  env = {},
}: LaunchOptions = {}): Promise<App> {
  const all = argumentsFor(profileDir, args);
  // Not the one of this computer: a test that wants things managed writes it into the profile.
  const environs = { ...environment(), KEY_ACCOUNTS_MANAGED_FILE: managedFileOf(profileDir), ...env };
  const electronApp = await _electron.launch({
    ...(executablePath === undefined
      ? { args: [...(probe === undefined ? [] : ['-r', probe]), ...all], env: environs }
      : // It says to the system that links are its own; that is to be forgotten with the profile.
        {
          executablePath,
          args: all.filter((one) => one !== repository),
          env: { ...environs, XDG_CONFIG_HOME: profileDir },
        }),
    cwd: repository,
    chromiumSandbox: !isRoot,
    ...(colorScheme === null && { colorScheme }),
  });
  const { pid } = electronApp.process();
  if (pid === undefined) throw new Error('The app has no process.');
  const page = await electronApp.firstWindow();
  // By the clock: a window draws no frames before it is shown.
  await page.waitForFunction(() => document.querySelector('#root')?.hasChildNodes() === true, undefined, {
    polling: 50,
  });
  const gone = (): Promise<void> => until(`process ${String(pid)} is gone`, () => !isAlive(pid));
  return {
    page,
    electronApp,
    profileDir,
    pid,
    api: callsThrough(page),
    close: async () => {
      if (isAlive(pid)) await electronApp.close();
      await gone();
    },
    kill: async () => {
      killNow(pid);
      await gone();
    },
  };
}

/** Ends every process of an app with SIGKILL at once. Playwright starts each app as a process group of its own. */
export function killNow(pid: number): void {
  if (isAlive(pid)) process.kill(-pid, 'SIGKILL');
}

type AnyCall = (input?: unknown) => Promise<unknown>;

function callsThrough(page: Page): Calls {
  const through =
    (domain: string, method: string): AnyCall =>
    (input) =>
      page.evaluate(
        ([where, what, given]) => {
          const { api } = window as unknown as { api: Record<string, Record<string, AnyCall>> };
          return api[where]?.[what]?.(given);
        },
        [domain, method, input] as const,
      );
  const domains = Object.entries(calls).map(([domain, methods]) => [
    domain,
    Object.fromEntries(Object.keys(methods).map((method) => [method, through(domain, method)])),
  ]);
  return Object.fromEntries(domains) as Calls;
}

/** The value of an answer that has to be a success. */
export async function valueOf<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(`The call failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}
