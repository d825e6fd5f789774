import type { Locale } from '../language/language.ts';
import type { AppState } from '../model/app-state.ts';
import type { BulkProgress } from '../model/bulk-edit.ts';
import type { Command } from '../model/command.ts';
import type { RecordId } from '../model/ids.ts';
import type { ImportProgress } from '../model/import.ts';
import type { Settings } from '../model/settings.ts';
import type { SyncStatus } from '../model/sync-status.ts';
import type { UpdateState } from '../model/update.ts';
import { event } from './define.ts';

/** Every notice that the main process sends to windows. */
export const events = {
  appState: event<AppState>(),
  settings: event<Settings>(),
  zoomed: event<{ readonly level: number }>(),
  syncStatus: event<SyncStatus>(),
  /** The records that changed; `undefined` for more than a screen needs to be told one by one. */
  recordsChanged: event<{ readonly ids: readonly RecordId[] | undefined }>(),
  locale: event<Locale>(),
  /** A link from outside asks for a record; `app.takeLink` answers which. */
  linked: event<undefined>(),
  importProgress: event<ImportProgress>(),
  editProgress: event<BulkProgress>(),
  updateState: event<UpdateState>(),
  command: event<{ readonly command: Command }>(),
} as const;
