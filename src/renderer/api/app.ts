import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppState } from '#shared/model/app-state.ts';
import type { ConnectionInput } from '#shared/model/settings.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';
import { showAppState } from './show-app-state.ts';

/** How it is asked which part of the app the window shows. */
export const appStateQuery = { queryKey: queryKeys.appState, queryFn: () => unwrap(bridge.app.state()) };

/** Follows which part of the app the window shows. */
export const useAppState = (): UseQueryResult<AppState> => useQuery(appStateQuery);

/** The acts that change which part of the app the window shows. */
export type AppActs = {
  readonly connect: (input: ConnectionInput) => Promise<Result<AppState>>;
  readonly explore: () => Promise<Result<AppState>>;
  readonly removeSample: () => Promise<Result<AppState>>;
};

/** Answers the acts that change which part of the app is shown; each shows its answer at once. */
export function useAppActs(): AppActs {
  const client = useQueryClient();
  return useMemo(() => {
    const enter = async (answer: Promise<Result<AppState>>): Promise<Result<AppState>> => {
      const result = await answer;
      if (!result.ok) return result;
      showAppState(client, result.value);
      return result;
    };
    return {
      connect: (input) => enter(bridge.connection.connect(input)),
      explore: () => enter(bridge.sample.explore()),
      removeSample: () => enter(bridge.sample.remove()),
    };
  }, [client]);
}

/** Whether a person is to be told that the last run was broken off. */
export type BrokenOff = { readonly isTold: boolean; readonly close: () => void };

/** Follows whether the last run was broken off, until a person has closed what says so. */
export function useBrokenOff(): BrokenOff {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: queryKeys.brokenOff,
    queryFn: () => unwrap(bridge.app.takeBrokenOff()),
    gcTime: Infinity,
  });
  return {
    isTold: data === true,
    close: () => {
      client.setQueryData(queryKeys.brokenOff, false);
    },
  };
}

/** The calls about the app itself. */
export const appCalls = bridge.app;

/** Lets the colleague of the sample edit people who have unsent edits here. */
export const letColleagueEdit = bridge.sample.colleagueEdits;
