import type { BulkProgress } from '#shared/model/bulk-edit.ts';
import type { Settings } from '#shared/model/settings.ts';
import type { ConnectTools } from '../connect.ts';
import type { SampleTools } from '../sample/sample.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { appHandlers, type AppShell } from './app-handlers.ts';
import { connectionHandlers } from './connection-handlers.ts';
import { decisionsHandlers } from './decisions-handlers.ts';
import type { Diagnostics } from '../diagnostics/bundle.ts';
import { diagnosticsHandlers } from './diagnostics-handlers.ts';
import type { Handlers } from './handler.ts';
import { keyAccountsHandlers } from './key-accounts-handlers.ts';
import type { ManyTools } from './many-at-desk.ts';
import { recordsHandlers } from './records-handlers.ts';
import { sampleHandlers } from './sample-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { marketplaceHandlers } from './marketplace-handlers.ts';
import type { RemovalTools } from '../storage/removal.ts';
import type { StorageTools } from '../storage/storage-acts.ts';
import { storageHandlers } from './storage-handlers.ts';
import { syncHandlers } from './sync-handlers.ts';
import type { ExportTools, TransferTools } from '../transfer/export-act.ts';
import { transferHandlers } from './transfer-handlers.ts';
import type { Updates } from '../updates/updates.ts';
import { updateHandlers } from './update-handlers.ts';
import { viewHandlers } from './view-handlers.ts';

/** Everything that the handlers work on; a change of the settings takes effect through `onSettings`. */
export type HandlerTools = ConnectTools &
  SampleTools &
  StorageTools &
  RemovalTools & {
    readonly diagnostics: Diagnostics;
    readonly shell: AppShell;
    readonly transfer: TransferTools & ExportTools;
    readonly updates: Updates;
    readonly onSettings: (settings: Settings) => void;
    /** Hears how far an act on many records is. */
    readonly onEditProgress: (progress: BulkProgress) => void;
  };

/** Joins the handlers of every group of calls. */
export function composeHandlers(tools: HandlerTools): Handlers {
  const many: ManyTools = { lane: oneAtATime(), onProgress: tools.onEditProgress };
  return {
    app: appHandlers(tools.shell),
    sample: sampleHandlers(tools),
    connection: connectionHandlers(tools),
    settings: settingsHandlers(tools.settings, tools.onSettings),
    records: recordsHandlers(tools.current.desk, many.lane),
    keyAccounts: keyAccountsHandlers(tools.current.desk, many),
    marketplace: marketplaceHandlers(tools.current.desk),
    views: viewHandlers(tools.current.desk),
    decisions: decisionsHandlers(tools.current.desk, { ...many, saveText: tools.shell.saveText }),
    sync: syncHandlers(tools.current.desk),
    storage: storageHandlers(tools),
    diagnostics: diagnosticsHandlers(tools.diagnostics),
    transfer: transferHandlers(tools.transfer),
    updates: updateHandlers(tools.updates),
  };
}
