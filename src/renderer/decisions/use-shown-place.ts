import { useEffect, useEffectEvent } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { FoundPlace, InboxPlace, Member } from '#shared/model/inbox.ts';
import { useFoundPlace, useIsSettling, useMoveInInbox, useWasSettledHere } from '../api/inbox.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words } from './words.ts';

/** The entry that is shown beside the inbox, as far as it is found. */
export type ShownPlace = {
  readonly found: UseQueryResult<FoundPlace | null>;
  readonly shown: FoundPlace | undefined;
  readonly move: (change: Partial<InboxPlace>) => void;
};

const isSame = (a: Member | undefined, b: Member | undefined): boolean =>
  a?.id === b?.id && a?.group === b?.group;

/**
 * Finds the entry to be shown and holds on to it. One that needs no decision any more, because it was settled in another
 * window or by the sync, is left with a sentence. Where one pane has to do, nothing is shown that was not opened.
 */
export function useShownPlace(place: InboxPlace, isOnePane: boolean): ShownPlace {
  const found = useFoundPlace(place);
  const move = useMoveInInbox();
  const isSettling = useIsSettling();
  const wasSettledHere = useWasSettledHere();
  const toasts = useToasts();
  // While it is looked for anew, what is known of it may be old.
  const { data, isFetching } = found;
  const isAskedFor = place.open !== undefined && data?.open.id === place.open.id;
  const shown = data && (isAskedFor || !isOnePane) ? data : undefined;
  const settle = useEffectEvent(() => {
    if (data === undefined || isFetching || isSettling() || isSame(place.open, shown?.open)) return;
    if (place.open && !isAskedFor && !wasSettledHere(place.open.id)) toasts.show({ text: words.closed });
    move({ open: shown?.open });
  });
  useEffect(() => {
    settle();
  }, [data, isFetching, place, isOnePane]);
  return { found, shown, move };
}
