import type { Grouping, InboxPage } from '#shared/model/inbox.ts';
import { INBOX_WINDOW, useFirstInboxWindow, useInboxWindows } from '../api/inbox.ts';

/** One entry of the inbox: the head of a group, or a record. */
export type InboxEntry = InboxPage['entries'][number];

/** The inbox as far as it is known. */
export type InboxEntries = {
  /** How many entries there are, heads of groups included. */
  readonly total: number;
  /** How many there are without the heads. */
  readonly members: number;
  /** How many records need the person. */
  readonly records: number;
  /** The entry of that place, once it is there. */
  readonly at: (index: number) => InboxEntry | undefined;
  readonly isLoaded: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

/** Which entries are on the screen. */
export type Range = { readonly start: number; readonly end: number };

/** Follows the inbox around a range, in windows; never all of it. */
export function useInboxEntries(grouping: Grouping, range: Range): InboxEntries {
  const first = useFirstInboxWindow(grouping);
  const total = first.data?.total ?? 0;
  const more = useInboxWindows(grouping, windowsOf(range, total));
  return {
    total,
    members: first.data?.members ?? 0,
    records: first.data?.records ?? 0,
    at: (index) => {
      const window = Math.floor(index / INBOX_WINDOW);
      const page = window === 0 ? first.data : more.get(window);
      return page?.entries[index % INBOX_WINDOW];
    },
    isLoaded: first.data !== undefined,
    error: first.error,
    retry: () => void first.refetch(),
  };
}

/** The numbers of the windows that a range needs with one screen ahead, the first window aside. */
export function windowsOf({ start, end }: Range, total: number): number[] {
  const ahead = end - start + 1;
  const first = Math.max(1, Math.floor((start - ahead) / INBOX_WINDOW));
  const last = Math.floor(Math.min(total - 1, end + ahead) / INBOX_WINDOW);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}
