import { useCallback, useEffect, useRef } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordRow } from '#shared/model/record.ts';
import {
  useCounted,
  useFetchWindows,
  useFirstWindow,
  useWindows,
  type Listed,
  type ListTerms,
} from '../../api/key-accounts.ts';
import { failureOf } from '../../api/failure-error.ts';
import { WINDOW_SIZE } from '../../api/window-size.ts';
import { useToasts } from '../toast-context.ts';
import { windowsOf, windowsOnTheWay, type Range } from './windows.ts';

/** The list as far as it is known. */
export type Rows = {
  readonly total: number;
  /** False for the moment in which there are so many that only `total` of them at least are known of. */
  readonly isCounted: boolean;
  readonly totalWithoutFilters: number;
  /** What they answer: until the new ones are there, the terms of before. */
  readonly terms: ListTerms;
  /** The row of that place, once it is there. */
  readonly at: (index: number) => RecordRow | undefined;
  /** The place of a record, where it is among the rows known. */
  readonly find: (id: RecordId) => number | undefined;
  readonly isLoaded: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

/** Follows the rows of a list around a range, in windows; never all of them. */
export function useRows({ source, terms }: Listed, range: Range): Rows {
  const list = { source, terms };
  const first = useFirstWindow(list);
  const counted = useCounted(source, first.data);
  useTold(counted);
  const { read } = counted;
  const total = read?.total ?? 0;
  const known = windowsOf(range).filter((index) => index * WINDOW_SIZE < total);
  const more = useWindows(list, first.isPlaceholderData ? [] : known);
  useWayAhead(list, range, total);
  const at = (index: number): RecordRow | undefined => {
    const place = Math.floor(index / WINDOW_SIZE);
    const window = place === 0 ? read : more.get(place);
    return window?.rows[index % WINDOW_SIZE];
  };
  const find = (id: RecordId): number | undefined => {
    const windows = [[0, read] as const, ...more];
    for (const [place, window] of windows) {
      const index = window?.rows.findIndex((row) => row.id === id) ?? -1;
      if (index >= 0) return place * WINDOW_SIZE + index;
    }
    return undefined;
  };
  const { refetch } = first;
  const retry = useCallback(() => {
    void refetch();
  }, [refetch]);
  return {
    total,
    isCounted: read?.isCounted !== false,
    totalWithoutFilters: read?.totalWithoutFilters ?? 0,
    terms: read?.terms ?? terms,
    at,
    find,
    isLoaded: read !== undefined,
    error: first.error,
    retry,
  };
}

/** Says once of each failure why a list whose rows are shown could not be counted. */
function useTold({ error, retry }: Pick<ReturnType<typeof useCounted>, 'error' | 'retry'>): void {
  const toasts = useToasts();
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (error !== null && told.current !== error) toasts.fail(failureOf(error), retry);
    told.current = error;
  }, [toasts, error, retry]);
}

/** Fetches the windows that a scroll comes to next, so that no row of it is blank. */
function useWayAhead(list: Listed, range: Range, total: number): void {
  const fetch = useFetchWindows(list);
  const last = useRef(range);
  const { start, end } = range;
  useEffect(() => {
    const here = { start, end };
    fetch(windowsOnTheWay(last.current, here).filter((index) => index * WINDOW_SIZE < total));
    last.current = here;
  }, [fetch, start, end, total]);
}
