import {
  useInfiniteQuery,
  useQueries,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OperationId, RecordId } from '#shared/model/ids.ts';
import type {
  Discarded,
  HeldPage,
  LogLine,
  SyncPart,
  UnsentPage,
  UnsentRecord,
} from '#shared/model/sync-centre.ts';
import type { Round, SyncStatus } from '#shared/model/sync-status.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';
import { together } from './together.ts';

/** How many records one page of what waits holds. */
export const UNSENT_PAGE = 50;
const LOG_PAGE = 20;

/** A part of the sync centre as far as it is known. */
export type Unsent = {
  readonly total: number;
  readonly at: (index: number) => UnsentRecord | undefined;
  readonly isLoaded: boolean;
  readonly error: unknown;
};

/** Follows some pages of what waits or needs attention; the first one always, never all of them. */
export function useUnsent(part: SyncPart, pages: readonly number[]): Unsent {
  const wanted = [...new Set([0, ...pages])];
  return useQueries({
    queries: wanted.map((page) => ({
      queryKey: queryKeys.unsent(part, page),
      queryFn: () =>
        together(unwrap(bridge.sync.unsent({ part, offset: page * UNSENT_PAGE, limit: UNSENT_PAGE }))),
    })),
    combine: (results) => unsentOf(new Map(wanted.map((page, place) => [page, results[place]]))),
  });
}

function unsentOf(pages: ReadonlyMap<number, UseQueryResult<UnsentPage> | undefined>): Unsent {
  const first = pages.get(0);
  return {
    total: first?.data?.total ?? 0,
    at: (index) => pages.get(Math.floor(index / UNSENT_PAGE))?.data?.rows[index % UNSENT_PAGE],
    isLoaded: first?.data !== undefined,
    error: first?.error ?? null,
  };
}

/** Follows the work that waits until its record comes. */
export const useHeld = (): UseQueryResult<HeldPage> =>
  useQuery({ queryKey: queryKeys.held, queryFn: () => unwrap(bridge.sync.held()) });

/** Follows the last rounds, newest first. */
export const useRounds = (): UseQueryResult<readonly Round[]> =>
  useQuery({ queryKey: queryKeys.rounds, queryFn: () => unwrap(bridge.sync.rounds()) });

type LogPages = UseInfiniteQueryResult<InfiniteData<readonly LogLine[]>>;

/** Follows the decision log, newest first, page by page. */
export const useDecisionLog = (): LogPages =>
  useInfiniteQuery({
    queryKey: queryKeys.decisionLog,
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.sync.decisionLog({ limit: LOG_PAGE, ...(pageParam !== undefined && { before: pageParam }) }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length === LOG_PAGE ? page.at(-1)?.entry : undefined),
  });

/** What can be done from the sync centre; each act shows what it did. */
export type SyncCentreActs = {
  readonly discardMine: (input: { id: RecordId; act: OperationId }) => Promise<Result<Discarded>>;
  readonly discardHeld: (id: RecordId) => Promise<Result<SyncStatus>>;
  readonly restoreHeld: (id: RecordId) => Promise<Result<SyncStatus>>;
};

/** Answers the acts of the sync centre. */
export function useSyncCentreActs(): SyncCentreActs {
  const client = useQueryClient();
  return useMemo(() => {
    const shown = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
      const result = await answer;
      void client.invalidateQueries({ queryKey: queryKeys.syncCentre });
      return result;
    };
    return {
      discardMine: (input) => shown(bridge.records.discardMine(input)),
      discardHeld: (id) => shown(bridge.sync.discardHeld({ id })),
      restoreHeld: (id) => shown(bridge.sync.restoreHeld({ id })),
    };
  }, [client]);
}
