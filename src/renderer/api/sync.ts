import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** Follows the state between this laptop and the service. */
export const useSyncStatus = (): UseQueryResult<SyncStatus> =>
  useQuery({ queryKey: queryKeys.syncStatus, queryFn: () => unwrap(bridge.sync.status()) });

/** The calls about sending and getting. */
export const syncCalls = bridge.sync;
