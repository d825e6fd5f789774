import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ServiceTraits } from '#shared/model/service-traits.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** How the state between this laptop and the service is asked for. */
export const syncStatusQuery = {
  queryKey: queryKeys.syncStatus,
  queryFn: () => unwrap(bridge.sync.status()),
};

/** Follows the state between this laptop and the service. */
export const useSyncStatus = (): UseQueryResult<SyncStatus> => useQuery(syncStatusQuery);

/** Follows what the service was seen to do; `null` before the first contact, since a query has to answer something. */
export const useTraits = (): UseQueryResult<ServiceTraits | null> =>
  useQuery({
    queryKey: queryKeys.traits,
    queryFn: async () => (await unwrap(bridge.sync.traits())) ?? null,
    // The sync learns it by and by.
    refetchOnMount: 'always',
  });

/** Answers a function that looks up again what the service was seen to do, after a test of the connection. */
export function useRefreshTraits(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: queryKeys.traits }), [client]);
}

/** The calls about sending and getting. */
export const syncCalls = bridge.sync;
