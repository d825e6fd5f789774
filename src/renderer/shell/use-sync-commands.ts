import type { SyncStatus } from '#shared/model/sync-status.ts';
import type { Result } from '#shared/result.ts';
import { useCommands } from '../api/commands.ts';
import { syncCalls } from '../api/sync.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useSaveLog } from '../ui/use-save-log.ts';

/** Lets every screen sync now, work offline or go online, and save the decision log. */
export function useSyncCommands(status: SyncStatus | undefined): void {
  const toasts = useToasts();
  const saveLog = useSaveLog();
  const call = async (ask: () => Promise<Result<unknown>>): Promise<void> => {
    const result = await ask();
    if (!result.ok) toasts.fail(result.failure, () => void call(ask));
  };
  const isOffline = status?.connection === 'offline-by-choice';
  useCommands({
    'sync-now': status && !isOffline && !status.progress ? () => void call(syncCalls.now) : undefined,
    'work-offline': status && {
      run: () => void call(() => syncCalls.workOffline({ offline: !isOffline })),
      isChecked: isOffline,
    },
    'save-decision-log': () => {
      void saveLog({ redacted: false });
    },
  });
}
