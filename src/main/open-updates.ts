import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron/main';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { z } from 'zod';
import type { ManagedSettings } from '#shared/model/managed.ts';
import type { Release } from '#shared/model/update.ts';
import { broadcast } from './ipc/broadcast.ts';
import type { Ports } from './ports.ts';
import { readFeed, type Feed } from './updates/feed.ts';
import { noUpdates, SignedUpdates, type UpdateSource, type Updates } from './updates/updates.ts';

const MOST_NOTES = 4000;

const Signed = z.object({ signature: z.string().optional() });

type UpdateTools = Ports & { readonly folder: string; readonly managed: ManagedSettings };

/** Opens the updates of this build; one that does not look, or must not, does not even load what would look. */
export function openUpdates({ folder, managed, clock, log }: UpdateTools): Updates {
  const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  const feed = readFeed({ isPackaged: app.isPackaged, manifest, argv: process.argv });
  if (!feed) return noUpdates('none');
  if (managed.updates === false) return noUpdates('managed');
  // Packages of a system are that system's to replace.
  const isAppImage = process.platform === 'linux' && process.env['APPIMAGE'] !== undefined;
  if (process.platform !== 'win32' && !isAppImage) return noUpdates('elsewhere');
  const updates = new SignedUpdates({
    source: sourceOf(() => openUpdater(feed, folder)),
    publicKey: feed.publicKey,
    clock,
    log,
    onState: (state) => {
      broadcast('updateState', state);
    },
    quit: () => {
      app.quit();
    },
  });
  void updates.watch(new AbortController().signal);
  return updates;
}

/** Makes the updater of this kind of installation; it does nothing by itself. */
async function openUpdater({ url }: Feed, folder: string): Promise<AppUpdater> {
  const { default: kinds } = await import('electron-updater');
  const updater = process.platform === 'win32' ? new kinds.NsisUpdater() : new kinds.AppImageUpdater();
  const file = join(folder, 'update-feed.yml');
  // What is JSON is YAML.
  const config = { provider: 'generic', url, updaterCacheDirName: 'key-accounts-updater' };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  updater.updateConfigPath = file;
  updater.forceDevUpdateConfig = !app.isPackaged;
  updater.logger = null;
  updater.autoDownload = false;
  // Only when everything is closed and the signature was seen.
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  // A failure is told by the promise as well.
  updater.on('error', () => undefined);
  return updater;
}

function sourceOf(open: () => Promise<AppUpdater>): UpdateSource {
  let made: Promise<AppUpdater> | undefined;
  let found: UpdateInfo | undefined;
  const opened = (): Promise<AppUpdater> => (made ??= open());
  return {
    check: async () => {
      const answer = await (await opened()).checkForUpdates();
      found = answer?.isUpdateAvailable ? answer.updateInfo : undefined;
      return found && releaseOf(found);
    },
    download: async (onPercent) => {
      const updater = await opened();
      const hear = ({ percent }: { readonly percent: number }): void => {
        onPercent(percent);
      };
      updater.on('download-progress', hear);
      try {
        const [file] = await updater.downloadUpdate();
        if (file === undefined || !found) throw new Error('Nothing was fetched.');
        return { file, version: found.version, signatures: signaturesOf(found) };
      } finally {
        updater.off('download-progress', hear);
      }
    },
    install: async (isRestart) => {
      (await opened()).quitAndInstall(true, isRestart);
    },
    isWrongFile: (error) =>
      error instanceof Error && 'code' in error && error.code === 'ERR_CHECKSUM_MISMATCH',
  };
}

const releaseOf = ({ version, releaseNotes }: UpdateInfo): Release => ({
  version,
  notes: typeof releaseNotes === 'string' ? releaseNotes.trim().slice(0, MOST_NOTES) : '',
});

const signaturesOf = ({ files }: UpdateInfo): string[] =>
  files.flatMap((file) => Signed.safeParse(file).data?.signature ?? []);
