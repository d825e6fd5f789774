import { z } from 'zod';
import type { Managed } from '#shared/model/managed.ts';
import { defaultSettings, SavedSettings, type Settings } from '#shared/model/settings.ts';
import type { Log } from './ports.ts';
import { openDocument, type StoredDocument } from './stored-document.ts';

/** Which service the app was last connected to; the sample has no address of its own: it gets one at every start. */
export const SavedConnection = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('service'),
    address: z.url().max(2000),
    /** Which account at the address, where it is not the first. */
    account: z.int().positive().optional(),
  }),
  z.strictObject({ kind: z.literal('sample') }),
]);
export type SavedConnection = z.infer<typeof SavedConnection>;

const Saved = z.strictObject({ settings: SavedSettings, connection: SavedConnection.optional() });
type Saved = z.infer<typeof Saved>;

/** The settings and the connection, kept in `settings.json`, beneath what an administrator has set. */
export type SettingsStore = {
  /** What an administrator has set; nothing changes it while the app runs. */
  readonly managed: Managed;
  /** The settings as they are in force: the person's own where nothing is managed. */
  readonly settings: () => Settings;
  /** What was open last. It may be of another service than the managed one: its work is no less the person's. */
  readonly connection: () => SavedConnection | undefined;
  readonly saveSettings: (settings: Settings) => void;
  readonly saveConnection: (connection: SavedConnection | undefined) => void;
};

/** What is managed where no administrator has set anything. */
const unmanaged: Managed = { file: '', settings: {}, problem: undefined };

/**
 * Opens `settings.json` in `folder`; a broken file is kept as `.bad` and the defaults are used. What is managed is laid
 * over it and never written into it, so that the person's own settings are there when nothing is managed any more.
 */
export function openSettings(folder: string, log: Log, managed = unmanaged): SettingsStore {
  const document: StoredDocument<Saved> = openDocument({
    folder,
    name: 'settings',
    schema: Saved,
    fallback: { settings: defaultSettings },
    log,
  });
  const { intervalMinutes } = managed.settings;
  return {
    managed,
    settings: () => ({
      ...document.get().settings,
      ...(intervalMinutes !== undefined && { intervalMinutes }),
    }),
    connection: () => document.get().connection,
    saveSettings: (settings) => {
      const own = document.get().settings;
      const kept =
        intervalMinutes === undefined ? settings : { ...settings, intervalMinutes: own.intervalMinutes };
      document.set({ ...document.get(), settings: kept });
    },
    saveConnection: (connection) => {
      const { settings } = document.get();
      document.set(connection ? { settings, connection } : { settings });
    },
  };
}
