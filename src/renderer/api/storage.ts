import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppState } from '#shared/model/app-state.ts';
import type {
  BackUp,
  Examined,
  KnownCopy,
  Recovery,
  RecoveryReport,
  Removal,
  StorageInfo,
} from '#shared/model/storage.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';
import { showAppState } from './show-app-state.ts';

/** Reads where the local copy is and which back-ups of it there are; anew every time it is shown. */
export const useStorageInfo = (): UseQueryResult<StorageInfo> =>
  useQuery({ queryKey: queryKeys.storageInfo, queryFn: () => unwrap(bridge.storage.info()), staleTime: 0 });

/** Looks at the copy that cannot be opened; anew for every problem. */
export const useExamined = (isWanted: boolean): UseQueryResult<Examined> =>
  useQuery({
    queryKey: queryKeys.examined,
    queryFn: () => unwrap(bridge.storage.examine()),
    enabled: isWanted,
    staleTime: 0,
    gcTime: 0,
  });

/** Follows the local copies that the settings know nothing of. */
export const useKnownCopies = (): UseQueryResult<readonly KnownCopy[]> =>
  useQuery({ queryKey: queryKeys.knownCopies, queryFn: () => unwrap(bridge.storage.copies()), staleTime: 0 });

/** Reads what removing the open copy would take, anew every time it is asked. */
export const useRemoval = (): UseQueryResult<Removal> =>
  useQuery({
    queryKey: queryKeys.removal,
    queryFn: () => unwrap(bridge.storage.removal()),
    staleTime: 0,
    gcTime: 0,
  });

/** Follows what the last recovery did, until a person has read it. */
export const useRecoveryReport = (): RecoveryReport | undefined =>
  useQuery<RecoveryReport | null>({
    queryKey: queryKeys.recoveryReport,
    queryFn: () => null,
    enabled: false,
    gcTime: Infinity,
  }).data ?? undefined;

/** What can be done about where records are kept. */
export type StorageActs = {
  readonly backUp: () => Promise<Result<BackUp>>;
  readonly recover: (method: Recovery) => Promise<Result<RecoveryReport>>;
  readonly tryAgain: () => Promise<Result<AppState>>;
  /** Removes the open copy; `seen` is how much unsent work the person was told of. */
  readonly remove: (seen: number) => Promise<Result<AppState>>;
  readonly openCopy: (name: string) => Promise<Result<AppState>>;
  /** Takes note that a person has read what the last recovery did. */
  readonly dismissReport: () => void;
};

/** Answers the acts on the storage; each shows where the app is after it. */
export function useStorageActs(): StorageActs {
  const client = useQueryClient();
  return useMemo(() => {
    const enter = async (answer: Promise<Result<AppState>>): Promise<Result<AppState>> => {
      const result = await answer;
      if (result.ok) showAppState(client, result.value);
      return result;
    };
    return {
      backUp: async () => {
        const result = await bridge.storage.backUp();
        await client.invalidateQueries({ queryKey: queryKeys.storageInfo });
        return result;
      },
      recover: async (method) => {
        const result = await bridge.storage.recover(method);
        if (!result.ok) return result;
        client.setQueryData(queryKeys.recoveryReport, result.value);
        showAppState(client, result.value.state);
        return result;
      },
      tryAgain: () => enter(bridge.storage.tryAgain()),
      remove: (seen) => enter(bridge.storage.remove({ seen })),
      openCopy: (name) => enter(bridge.storage.openCopy({ name })),
      dismissReport: () => {
        client.setQueryData(queryKeys.recoveryReport, null);
      },
    };
  }, [client]);
}

/** Saves the unsent work of the copy where a person says. */
export const saveUnsent = bridge.storage.saveUnsent;
