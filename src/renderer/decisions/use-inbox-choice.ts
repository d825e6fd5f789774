import { useState } from 'react';
import type { FoundPlace, Grouping, Member } from '#shared/model/inbox.ts';
import { useMembersBetween } from '../api/inbox.ts';
import type { How } from './inbox-list.tsx';
import {
  groupToggled,
  noSelection,
  toggled,
  wholeInbox,
  withMembers,
  type InboxSelection,
} from './inbox-selection.ts';
import type { InboxEntries } from './use-inbox-entries.ts';

/** What is active and selected in the inbox, and how to change it. */
export type InboxChoice = {
  readonly active: number | undefined;
  readonly selection: InboxSelection;
  readonly choose: (index: number, how: How) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
};

type Parts = {
  readonly grouping: Grouping;
  readonly entries: InboxEntries;
  readonly found: FoundPlace | undefined;
  readonly onOpen: (member: Member) => void;
};

type Kept = {
  readonly grouping: Grouping;
  readonly active: number | undefined;
  /** Where the open entry was then: when that moves on, the active one goes with it. */
  readonly opened: number | undefined;
  readonly selection: InboxSelection;
};

/** Holds the selection of the inbox; another grouping has none of its own yet. */
export function useInboxChoice({ grouping, entries, found, onOpen }: Parts): InboxChoice {
  const opened = found?.index;
  const none: Kept = { grouping, active: undefined, opened, selection: noSelection };
  const [before, setKept] = useState<Kept>(none);
  const kept = before.grouping === grouping ? before : none;
  const { selection } = kept;
  const active = kept.opened === opened ? (kept.active ?? opened) : opened;
  const between = useMembersBetween();
  const keep = (change: Partial<Kept>): void => {
    setKept({ ...kept, opened, ...change });
  };
  const toggle = (index: number): void => {
    const entry = entries.at(index);
    if (!entry) return;
    const next = entry.kind === 'group' ? groupToggled(selection, entry) : toggled(selection, entry);
    keep({ active: index, selection: next });
  };
  const extend = async (index: number): Promise<void> => {
    const members = await between(grouping, [active ?? index, index]);
    keep({ active: index, selection: withMembers(selection, members) });
  };
  return {
    active: active === undefined || entries.total === 0 ? undefined : Math.min(active, entries.total - 1),
    selection,
    choose: (index, how) => {
      const entry = entries.at(index);
      if (how === 'toggle') toggle(index);
      else if (how === 'extend') void extend(index);
      else {
        keep({ active: index });
        if (how === 'open' && entry?.kind === 'record') onOpen({ id: entry.id, group: entry.group });
      }
    },
    selectAll: () => {
      keep({ selection: wholeInbox });
    },
    clear: () => {
      keep({ selection: noSelection });
    },
  };
}
