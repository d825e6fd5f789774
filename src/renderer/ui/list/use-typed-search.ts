import { useEffect, useRef } from 'react';
import { useAskAhead } from '../../api/key-accounts.ts';
import { useStable } from '../use-stable.ts';
import type { ListState } from './list-state.ts';

/** Narrows a list to what is typed once its first rows were read: the window is drawn once, with them. */
export function useTypedSearch({
  source,
  terms,
  turn,
  narrow,
  setActive,
}: ListState): (search: string) => void {
  const askAhead = useAskAhead(source);
  const typed = useRef({ last: 0, shown: 0 });
  useEffect(() => {
    const now = typed.current;
    now.shown = now.last;
    return () => {
      // What was not shown when the list is left is not in its box either when it is come back to.
      now.shown = Infinity;
    };
  }, []);
  return useStable((search: string) => {
    const now = typed.current;
    const mine = (now.last += 1);
    setActive(undefined);
    void askAhead({ ...terms, search }).then(() => {
      if (mine < now.shown) return;
      now.shown = mine;
      narrow(search, turn);
    });
  });
}
