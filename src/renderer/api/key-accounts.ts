import {
  keepPreviousData,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { OperationId, RecordId } from '#shared/model/ids.ts';
import type { Values } from '#shared/model/field.ts';
import type {
  Alike,
  FieldEdit,
  HistoryEntry,
  JudgeDuplicate,
  JudgeMissing,
  ListQuery,
  NewRecord,
  RecordDetail,
  RecordWindow,
} from '#shared/model/record.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';
import { WINDOW_SIZE } from './window-size.ts';

/** A list without its place. */
export type ListTerms = Omit<ListQuery, 'offset' | 'limit'>;

const NO_TERMS: ListTerms = { search: '', filters: [], sort: { by: 'name', direction: 'ascending' } };

/** Where a list has its records from: people, or accounts of the Marketplace. */
export type ListSource = 'key-accounts' | 'marketplace';

/** A list of one of the sources, without its place. */
export type Listed = { readonly source: ListSource; readonly terms: ListTerms };

const lists = { 'key-accounts': bridge.keyAccounts, marketplace: bridge.marketplace } as const;

/** A window of a list, and the terms that it answers. */
type AnsweredWindow = RecordWindow & { readonly terms: ListTerms };

/** How long a window that is scrolled away is kept, ms: this process never holds a whole list. */
const KEPT = 5000;

type WindowOptions = {
  readonly gcTime?: number;
  readonly queryKey: ReturnType<typeof queryKeys.window>;
  readonly queryFn: () => Promise<AnsweredWindow>;
};

/** How a window of a list is asked for. */
export const windowOptions = ({ source, terms }: Listed, index: number): WindowOptions => {
  const query: ListQuery = { ...terms, offset: index * WINDOW_SIZE, limit: WINDOW_SIZE };
  return {
    // The first one waits for the person who comes back from another screen.
    ...(index > 0 && { gcTime: KEPT }),
    queryKey: queryKeys.window(source, query),
    queryFn: async () => ({ ...(await unwrap(lists[source].list(query))), terms }),
  };
};

/** Follows the first window of a list; until it is there, the one before stays, marked as a placeholder. */
export const useFirstWindow = (list: Listed): UseQueryResult<AnsweredWindow> =>
  useQuery({
    ...windowOptions(list, 0),
    placeholderData: keepPreviousData,
    // That it is asked for changes nothing on the screen, which was drawn a moment ago.
    notifyOnChangeProps: ['data', 'error'],
  });

/** A window with the number of its list, and why that could not be counted. */
type Counted = {
  readonly read: AnsweredWindow | undefined;
  readonly error: unknown;
  readonly retry: () => void;
};

/** How long a busy window may put a count off, ms. */
const PUT_OFF = 300;

const drawn = (): Promise<unknown> =>
  new Promise((resolve) => requestIdleCallback(resolve, { timeout: PUT_OFF }));

/** The window with the number of its list, which is asked for where it was not counted when it was read. */
export function useCounted(source: ListSource, read: AnsweredWindow | undefined): Counted {
  const { sort: _, ...narrowing } = read?.terms ?? NO_TERMS;
  const {
    data: total,
    error,
    refetch,
  } = useQuery({
    queryKey: queryKeys.counted(source, narrowing),
    queryFn: async ({ signal }) => {
      // The rows are drawn first; of a search that was typed on meanwhile nothing is counted.
      await drawn();
      signal.throwIfAborted();
      return unwrap(lists[source].count(narrowing));
    },
    enabled: read?.isCounted === false,
  });
  return useMemo(
    () => ({
      read: read?.isCounted === false && total !== undefined ? { ...read, total, isCounted: true } : read,
      error: read?.isCounted === false ? error : null,
      retry: () => void refetch(),
    }),
    [read, total, error, refetch],
  );
}

/** The most records of a source that a palette shows. */
const MOST_FOUND = 5;

/** Finds the first records of a source by a text; without one nothing is asked for. */
export const useFound = (source: ListSource, search: string): UseQueryResult<RecordWindow> => {
  const sort = { by: 'name', direction: 'ascending' } as const;
  const query: ListQuery = { search, filters: [], sort, offset: 0, limit: MOST_FOUND };
  return useQuery({
    queryKey: queryKeys.window(source, query),
    queryFn: () => unwrap(lists[source].list(query)),
    enabled: search !== '',
  });
};

/** Follows the records that may be the one that a person is making; nobody is asked for before something is typed. */
export const useAlike = (values: Values): UseQueryResult<readonly Alike[]> =>
  useQuery({
    queryKey: queryKeys.alike(values),
    queryFn: () => unwrap(bridge.keyAccounts.alike({ values })),
    enabled: Object.keys(values).length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Follows how many records some lists have, in their order; `undefined` until it is known. */
export const useTotals = (lists: readonly ListTerms[]): readonly (number | undefined)[] =>
  useQueries({
    queries: lists.map(({ sort: _, ...narrowing }) => ({
      queryKey: queryKeys.total(narrowing),
      queryFn: () => unwrap(bridge.keyAccounts.count(narrowing)),
    })),
    combine: (results) => results.map(({ data }) => data),
  });

/** Follows further windows of a list; answers those that are there by their number. */
export function useWindows(
  list: Listed,
  indexes: readonly number[],
): ReadonlyMap<number, RecordWindow | undefined> {
  return useQueries({
    queries: indexes.map((index) => windowOptions(list, index)),
    combine: (results) => new Map(indexes.map((index, place) => [index, results[place]?.data])),
  });
}

/** Reads the first window of a list before it is shown; why one could not be read is told when it is to be. */
export function useAskAhead(source: ListSource): (terms: ListTerms) => Promise<unknown> {
  const client = useQueryClient();
  return useCallback(
    (terms) => client.query(windowOptions({ source, terms }, 0)).catch(() => undefined),
    [client, source],
  );
}

/** Fetches windows that may be needed soon; those that are known stay as they are. */
export function useFetchWindows({ source, terms }: Listed): (indexes: readonly number[]) => void {
  const client = useQueryClient();
  return useCallback(
    (indexes) => {
      for (const index of indexes) {
        // One that fails is asked for again, and told, when it is needed.
        client.query(windowOptions({ source, terms }, index)).catch(() => undefined);
      }
    },
    [client, source, terms],
  );
}

/**
 * Follows one record with all that its pane shows. It may come under another id than it was asked for with: the
 * service's own, which is known from then on.
 */
export const useRecord = (id: RecordId): UseQueryResult<RecordDetail> =>
  useQuery({
    queryKey: queryKeys.record(id),
    queryFn: async ({ client }) => {
      const detail = await unwrap(bridge.records.get({ id }));
      if (detail.id !== id) client.setQueryData(queryKeys.record(detail.id), detail);
      return detail;
    },
  });

/** Follows the history of one record, newest first. */
export const useHistory = (id: RecordId): UseQueryResult<readonly HistoryEntry[]> =>
  useQuery({ queryKey: queryKeys.history(id), queryFn: () => unwrap(bridge.records.history({ id })) });

type Act<Input> = (input: Input) => Promise<Result<RecordDetail>>;

/** What can be done to records; each act shows its answer at once. */
export type RecordActs = {
  readonly edit: Act<FieldEdit>;
  readonly create: Act<NewRecord>;
  readonly undo: Act<{ historyId: number; act: OperationId }>;
  readonly tryAgain: Act<{ id: RecordId }>;
  readonly judgeMissing: Act<JudgeMissing & { act: OperationId }>;
  readonly judgeDuplicate: Act<JudgeDuplicate & { act: OperationId }>;
};

/** Answers the acts on records. */
export function useRecordActs(): RecordActs {
  const client = useQueryClient();
  return useMemo(() => {
    const shown =
      <Input>(act: Act<Input>): Act<Input> =>
      (input) =>
        showAnswer(client, act(input));
    return {
      edit: shown(bridge.records.edit),
      create: shown(bridge.keyAccounts.create),
      undo: shown(bridge.records.undo),
      tryAgain: shown(bridge.records.tryAgain),
      judgeMissing: shown(bridge.records.judgeMissing),
      judgeDuplicate: shown(bridge.keyAccounts.judgeDuplicate),
    };
  }, [client]);
}

/** Puts the record that an act answers into the cache, so that the screen shows it without asking again. */
export async function showAnswer(
  client: QueryClient,
  answer: Promise<Result<RecordDetail>>,
): Promise<Result<RecordDetail>> {
  const result = await answer;
  if (!result.ok) return result;
  const detail = result.value;
  client.setQueryData(queryKeys.record(detail.id), detail);
  void client.invalidateQueries({ queryKey: queryKeys.drafts });
  void client.invalidateQueries({ queryKey: queryKeys.windows });
  void client.invalidateQueries({ queryKey: queryKeys.history(detail.id) });
  return result;
}
