import { useCallback, useEffect, useRef } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordRow } from '#shared/model/record.ts';
import { useFetchWindows, useFirstWindow, useWindows, type Listed } from '../../api/key-accounts.ts';
import { WINDOW_SIZE } from '../../api/window-size.ts';
import { windowsOf, windowsOnTheWay, type Range } from './windows.ts';

/** The list as far as it is known. */
export type Rows = {
  readonly total: number;
  readonly totalWithoutFilters: number;
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
  const total = first.data?.total ?? 0;
  const known = windowsOf(range).filter((index) => index * WINDOW_SIZE < total);
  const more = useWindows(list, first.isPlaceholderData ? [] : known);
  useWayAhead(list, range, total);
  const at = (index: number): RecordRow | undefined => {
    const place = Math.floor(index / WINDOW_SIZE);
    const window = place === 0 ? first.data : more.get(place);
    return window?.rows[index % WINDOW_SIZE];
  };
  const find = (id: RecordId): number | undefined => {
    const windows = [[0, first.data] as const, ...more];
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
    totalWithoutFilters: first.data?.totalWithoutFilters ?? 0,
    at,
    find,
    isLoaded: first.data !== undefined,
    error: first.error,
    retry,
  };
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
