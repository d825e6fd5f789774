import { ipcMain, safeStorage } from 'electron/main';
import { KnownAccounts, noAccounts, openAccounts, type Accounts } from './accounts.ts';
import { findKeyring } from './keyring.ts';
import { beginRun, RunMark, type LastRun } from './last-run.ts';
import { copyPlaces, type CopyPlaces } from './local-copies.ts';
import { readManaged } from './managed-file.ts';
import type { Ports } from './ports.ts';
import { openSettings, type SettingsStore } from './settings-store.ts';
import { PendingRemoval } from './storage/removal.ts';
import { openDocument, type StoredDocument } from './stored-document.ts';
import { createTokenStore, SavedTokens, type TokenStore } from './token-store.ts';
import { firstWindow, WindowState } from './window-state.ts';

/** Everything that is kept in the profile beside the local copies. */
export type Stores = {
  readonly settings: SettingsStore;
  readonly tokens: TokenStore;
  readonly accounts: Accounts;
  readonly places: CopyPlaces;
  readonly windowState: StoredDocument<WindowState>;
  readonly removal: StoredDocument<PendingRemoval>;
  readonly lastRun: LastRun;
};

/** Opens what is kept in a profile's folder, and begins a run; a file that is broken is kept as `.bad` and begun anew. */
export async function openStores(
  folder: string,
  { clock, log, managedFile }: Pick<Ports, 'clock' | 'log'> & { readonly managedFile: string },
): Promise<Stores> {
  const settings = openSettings(folder, log, readManaged(managedFile, log));
  const keyring = await findKeyring(safeStorage, process.platform, log);
  const savedTokens = { folder, name: 'tokens', schema: SavedTokens, fallback: { tokens: {} }, log };
  const document = openDocument(savedTokens);
  const tokens = createTokenStore({ keyring, document, now: clock.now, log });
  const windowState = openDocument({
    folder,
    name: 'window',
    schema: WindowState,
    fallback: firstWindow,
    log,
  });
  // Important! electron-store opens a channel of its own; nothing outside the contract may answer a page.
  ipcMain.removeAllListeners('electron-store-get-data');
  const accounts = openAccounts(
    openDocument({ folder, name: 'accounts', schema: KnownAccounts, fallback: noAccounts(), log }),
  );
  const removal = openDocument({ folder, name: 'removal', schema: PendingRemoval, fallback: {}, log });
  const mark = openDocument({ folder, name: 'run', schema: RunMark, fallback: {}, log });
  const lastRun = beginRun(mark, { clock, log });
  return { settings, tokens, accounts, removal, lastRun, places: copyPlaces(folder), windowState };
}
