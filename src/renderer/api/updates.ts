import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { UpdateState } from '#shared/model/update.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** Follows what the app knows of new versions of itself. */
export const useUpdateState = (): UseQueryResult<UpdateState> =>
  useQuery({ queryKey: queryKeys.updates, queryFn: () => unwrap(bridge.updates.state()) });

/** The calls about new versions; what comes of them is told to everybody who follows the state. */
export const updateCalls = bridge.updates;
