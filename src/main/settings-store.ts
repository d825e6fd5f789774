import { z } from 'zod';
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

/** The settings and the connection, kept in `settings.json`. */
export type SettingsStore = {
  readonly settings: () => Settings;
  readonly connection: () => SavedConnection | undefined;
  readonly saveSettings: (settings: Settings) => void;
  readonly saveConnection: (connection: SavedConnection | undefined) => void;
};

/** Opens `settings.json` in `folder`; a broken file is kept as `.bad` and the defaults are used. */
export function openSettings(folder: string, log: Log): SettingsStore {
  const document: StoredDocument<Saved> = openDocument({
    folder,
    name: 'settings',
    schema: Saved,
    fallback: { settings: defaultSettings },
    log,
  });
  return {
    settings: () => document.get().settings,
    connection: () => document.get().connection,
    saveSettings: (settings) => {
      document.set({ ...document.get(), settings });
    },
    saveConnection: (connection) => {
      const { settings } = document.get();
      document.set(connection ? { settings, connection } : { settings });
    },
  };
}
