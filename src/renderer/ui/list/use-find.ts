import { useEffect, type RefObject } from 'react';
import type { Layout } from '../use-layout.ts';
import type { ListState } from './list-state.ts';

/** Puts the focus into the search when the person asked for it, here or on another screen. */
export function useFind(
  list: ListState,
  layout: Layout,
  searchRef: RefObject<HTMLInputElement | null>,
): void {
  const { isFinding, found, setOpen } = list;
  useEffect(() => {
    if (!isFinding) return;
    if (!searchRef.current) {
      // In one pane the search is behind the record.
      if (layout === 'one-pane') setOpen(undefined);
      return;
    }
    searchRef.current.focus();
    searchRef.current.select();
    found();
  });
}
