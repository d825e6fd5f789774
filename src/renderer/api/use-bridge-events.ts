import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { bridge } from './bridge.ts';
import { queryKeys } from './query-keys.ts';
import { speak } from './settings.ts';
import { showAppState } from './show-app-state.ts';
import { throttle } from './throttle.ts';

/** Milliseconds between two looks at the list while a round brings page after page. */
const REFRESH = 200;

/** Milliseconds between two counts of what saved views show: there may be many of them. */
const RECOUNT = 1000;

type Ids = readonly RecordId[] | undefined;

/** Keeps the cache true by the main process's notices, for as long as the component is shown. */
export function useBridgeEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = throttle<Ids>(REFRESH, (ids) => {
      refreshRecords(client, ids);
    });
    const recount = throttle<undefined>(RECOUNT, () => {
      void client.invalidateQueries({ queryKey: queryKeys.totals });
    });
    const stops = [
      bridge.on('syncStatus', (status) => {
        const before = client.getQueryData<SyncStatus>(queryKeys.syncStatus);
        client.setQueryData(queryKeys.syncStatus, status);
        // The service was seen to have nothing newer: that is news of every record.
        if (status.lastCompletePullAt !== before?.lastCompletePullAt)
          void client.invalidateQueries({ queryKey: queryKeys.records });
        // A round has ended, or something else than a round changed what waits.
        if (!status.progress) void client.invalidateQueries({ queryKey: queryKeys.syncCentre });
      }),
      bridge.on('settings', (settings) => client.setQueryData(queryKeys.settings, settings)),
      bridge.on('zoomed', ({ level }) => client.setQueryData(queryKeys.zoom, level)),
      bridge.on('updateState', (state) => client.setQueryData(queryKeys.updates, state)),
      bridge.on('locale', (locale) => {
        speak(locale);
        client.setQueryData(queryKeys.locale, locale);
      }),
      bridge.on('appState', (state) => {
        showAppState(client, state);
      }),
      bridge.on('recordsChanged', ({ ids }) => {
        refresh(ids);
        recount(undefined);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
}

function refreshRecords(client: QueryClient, changes: readonly Ids[]): void {
  const ids = changes.includes(undefined) ? undefined : new Set(changes.flatMap((change) => change ?? []));
  const refetch = (queryKey: readonly unknown[]): void => {
    void client.invalidateQueries({ queryKey });
  };
  refetch(queryKeys.windows);
  refetch(queryKeys.decisions);
  refetch(queryKeys.syncCentre);
  // The first answers of a service also tell what it does.
  refetch(queryKeys.traits);
  if (ids === undefined) {
    refetch(queryKeys.records);
    refetch(queryKeys.histories);
    return;
  }
  for (const id of ids) {
    refetch(queryKeys.record(id));
    refetch(queryKeys.history(id));
  }
}
