import {
  keepPreviousData,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { MergedPage } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type {
  CommonAnswer,
  CommonOutcome,
  CommonPreview,
  FoundPlace,
  Grouping,
  InboxPage,
  InboxPlace,
  InboxScope,
  Member,
} from '#shared/model/inbox.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** How many entries one window of the inbox holds. */
export const INBOX_WINDOW = 50;

type WindowOptions = {
  readonly queryKey: ReturnType<typeof queryKeys.inbox>;
  readonly queryFn: () => Promise<InboxPage>;
};

const windowOptions = (grouping: Grouping, window: number): WindowOptions => ({
  queryKey: queryKeys.inbox(grouping, window),
  queryFn: () =>
    unwrap(bridge.decisions.inbox({ grouping, offset: window * INBOX_WINDOW, limit: INBOX_WINDOW })),
});

/** Follows the first window of the inbox; while another grouping is read, the one before stays. */
export const useFirstInboxWindow = (grouping: Grouping): UseQueryResult<InboxPage> =>
  useQuery({ ...windowOptions(grouping, 0), placeholderData: keepPreviousData });

/** Follows further windows of the inbox; answers those that are there by their number. */
export function useInboxWindows(
  grouping: Grouping,
  windows: readonly number[],
): ReadonlyMap<number, InboxPage | undefined> {
  return useQueries({
    queries: windows.map((window) => windowOptions(grouping, window)),
    combine: (results) => new Map(windows.map((window, place) => [window, results[place]?.data])),
  });
}

/** Answers a function that reads the records between two places of the inbox, both included. */
export function useMembersBetween(): (
  grouping: Grouping,
  range: readonly [number, number],
) => Promise<readonly Member[]> {
  const client = useQueryClient();
  return useCallback((grouping, range) => membersBetween(client, grouping, range), [client]);
}

async function membersBetween(
  client: QueryClient,
  grouping: Grouping,
  [one, other]: readonly [number, number],
): Promise<readonly Member[]> {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const members: Member[] = [];
  for (let window = Math.floor(from / INBOX_WINDOW); window * INBOX_WINDOW <= to; window += 1) {
    const { entries } = await client.query({ ...windowOptions(grouping, window), staleTime: 'static' });
    const shown = entries.slice(Math.max(0, from - window * INBOX_WINDOW), to - window * INBOX_WINDOW + 1);
    members.push(
      ...shown.flatMap((entry) => (entry.kind === 'record' ? [{ id: entry.id, group: entry.group }] : [])),
    );
  }
  return members;
}

/** Follows where the person was last in the decisions; kept through a restart. */
export const useInboxPlace = (): UseQueryResult<InboxPlace> =>
  useQuery({ queryKey: queryKeys.inboxPlace, queryFn: () => unwrap(bridge.decisions.place()) });

/** Answers a function that moves to another place in the decisions, shown at once and kept. */
export function useMoveInInbox(): (change: Partial<InboxPlace>) => void {
  const client = useQueryClient();
  return useCallback(
    (change) => {
      const before = client.getQueryData<InboxPlace>(queryKeys.inboxPlace) ?? { grouping: 'record' };
      const place = { ...before, ...change };
      client.setQueryData(queryKeys.inboxPlace, place);
      void bridge.decisions.keepPlace(place);
    },
    [client],
  );
}

/** Answers a function that makes one record's decision the open one. */
export function useOpenDecision(): (id: RecordId) => void {
  const move = useMoveInInbox();
  return useCallback(
    (id) => {
      move({ open: { id } });
    },
    [move],
  );
}

/** Follows which entry is to be shown for a place; while it is looked for, the one before stays. */
export const useFoundPlace = (place: InboxPlace): UseQueryResult<FoundPlace | null> =>
  useQuery({
    queryKey: queryKeys.inboxFound(place),
    queryFn: async () => (await unwrap(bridge.decisions.find(place))) ?? null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Looks at what the same answer for a selection would do, every time anew. */
export const usePreview = (scope: InboxScope): UseQueryResult<CommonPreview> =>
  useQuery({
    queryKey: queryKeys.preview(scope),
    queryFn: () => unwrap(bridge.decisions.preview(scope)),
    staleTime: 0,
    gcTime: 0,
  });

/** Answers a function that gives many records the same answer. */
export function useAnswerMany(): (given: CommonAnswer) => Promise<Result<CommonOutcome>> {
  const client = useQueryClient();
  return useCallback(
    async (given) => {
      client.setQueryData(queryKeys.settling, true);
      const answer = await bridge.decisions.answerMany(given);
      client.setQueryData(queryKeys.settling, false);
      return answer;
    },
    [client],
  );
}

/** Answers whether this window is settling decisions just now, so that nobody else has settled them. */
export function useIsSettling(): () => boolean {
  const client = useQueryClient();
  return useCallback(() => client.getQueryData(queryKeys.settling) === true, [client]);
}

/** Answers whether it was this window that settled a record's decision last. */
export function useWasSettledHere(): (id: RecordId) => boolean {
  const client = useQueryClient();
  return useCallback((id) => client.getQueryData(queryKeys.settledHere) === id, [client]);
}

/** Follows windows of the records that were merged without a question; answers those that are there by number. */
export function useMergedWindows(windows: readonly number[]): ReadonlyMap<number, MergedPage | undefined> {
  return useQueries({
    queries: windows.map((window) => ({
      queryKey: queryKeys.merged(window),
      queryFn: () => unwrap(bridge.decisions.merged({ offset: window * INBOX_WINDOW, limit: INBOX_WINDOW })),
    })),
    combine: (results) => new Map(windows.map((window, place) => [window, results[place]?.data])),
  });
}
