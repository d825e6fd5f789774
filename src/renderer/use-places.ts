import { useCallback, useMemo, useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { useCommands } from './api/commands.ts';
import { useOpenDecision } from './api/inbox.ts';
import { useLink } from './api/use-link.ts';
import type { ListState } from './ui/list/list-state.ts';
import type { StatusPlaces } from './shell/status-bar.tsx';
import { useSettingsCommands } from './settings/use-settings-commands.ts';
import type { SettingsWish } from './settings/wish.ts';
import type { Wish } from './sync-centre/unsent-list.tsx';
import type { ListScreen, Screen } from './ui/screen.ts';

/** Where the person is, and the ways that lead elsewhere. */
export type Places = {
  readonly screen: Screen;
  readonly go: (screen: Screen) => void;
  readonly decide: (id: RecordId) => void;
  readonly showRecord: (id: RecordId, field?: string) => void;
  /** Shows the records of a list that are no longer on the server. */
  readonly showGone: (screen: ListScreen) => void;
  /** The part of the sync centre that was asked for. */
  readonly wish: Wish | undefined;
  /** The setting that a command asked for, until it is opened. */
  readonly settingsWish: SettingsWish | undefined;
  readonly onSettingsWish: () => void;
  readonly toSettings: () => void;
  readonly toList: () => void;
  readonly status: StatusPlaces;
};

/** The lists that there are ways to. */
type Lists = { readonly list: ListState; readonly accounts: ListState };

/** Keeps where the person is. */
export function usePlaces(lists: Lists): Places {
  const [screen, go] = useState<Screen>('key-accounts');
  const openDecision = useOpenDecision();
  const [wish, setWish] = useState<Wish>();
  const decide = useCallback(
    (id: RecordId) => {
      openDecision(id);
      go('decisions');
    },
    [openDecision],
  );
  const ways = useMemo(() => {
    const goTo = (place: Screen) => () => {
      go(place);
    };
    const toPart = (part: Wish['part']) => () => {
      setWish((before) => ({ part, count: (before?.count ?? 0) + 1 }));
      go('sync');
    };
    const toSettings = goTo('settings');
    const status = {
      onWaiting: toPart('waiting'),
      onAttention: toPart('attention'),
      onAside: toPart('aside'),
      onDecisions: goTo('decisions'),
      onConnection: toSettings,
      onSyncCentre: goTo('sync'),
    };
    return { toSettings, toList: goTo('key-accounts'), status };
  }, []);
  const inList = useListPlaces(lists, go);
  useLink(inList.showRecord);
  useListKeys(lists, screen, go);
  const settingsPlaces = useSettingsPlaces(go);
  return { screen, go, decide, wish, ...ways, ...inList, ...settingsPlaces };
}

/** The ways to a single setting. */
function useSettingsPlaces(go: (screen: Screen) => void): Pick<Places, 'settingsWish' | 'onSettingsWish'> {
  const [settingsWish, setSettingsWish] = useState<SettingsWish>();
  useSettingsCommands((asked) => {
    setSettingsWish(asked);
    go('settings');
  });
  const onSettingsWish = useCallback(() => {
    setSettingsWish(undefined);
  }, []);
  return { settingsWish, onSettingsWish };
}

/** The ways into the list. */
function useListPlaces(
  { list, accounts }: Lists,
  go: (screen: Screen) => void,
): Pick<Places, 'showRecord' | 'showGone'> {
  const { setOpen: openPerson } = list;
  const { setOpen: openAccount } = accounts;
  const showRecord = useCallback(
    (id: RecordId, field?: string) => {
      const isAccount = resourceOf(id) === marketplaceAccounts;
      const open = isAccount ? openAccount : openPerson;
      open({ kind: 'record', id, ...(field !== undefined && { field }) });
      go(isAccount ? 'marketplace' : 'key-accounts');
    },
    [openPerson, openAccount, go],
  );
  const showGone = (screen: ListScreen): void => {
    const shown = screen === 'marketplace' ? accounts : list;
    shown.showView(undefined);
    shown.change({ filters: ['missing'] });
    shown.setOpen(undefined);
    go(screen);
  };
  return { showRecord, showGone };
}

/** The keys and commands that lead to a list from every screen: on that of the accounts, search means theirs. */
function useListKeys({ list, accounts }: Lists, screen: Screen, go: (screen: Screen) => void): void {
  const find = (): void => {
    if (screen === 'marketplace') {
      accounts.find();
      return;
    }
    go('key-accounts');
    list.find();
  };
  const create = (): void => {
    go('key-accounts');
    list.openNew({});
  };
  useCommands({ find, 'new-record': create });
}
