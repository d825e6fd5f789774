import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { directionOf, setLocale, type Locale } from '#shared/language/language.ts';
import type { Result } from '#shared/result.ts';
import type { ConnectionSettings, Settings, SettingsChange } from '#shared/model/settings.ts';
import type { Managed } from '#shared/model/managed.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** How it is asked what the person has set. */
export const settingsQuery = { queryKey: queryKeys.settings, queryFn: () => unwrap(bridge.settings.get()) };

/** Follows what the person has set. */
export const useSettings = (): UseQueryResult<Settings> => useQuery(settingsQuery);

/** How it is asked what an administrator has set. */
export const managedQuery = { queryKey: queryKeys.managed, queryFn: () => unwrap(bridge.settings.managed()) };

// The main process holds people to what is managed, whatever a window knows of it.
const nothingManaged: Managed = { file: '', settings: {}, problem: undefined };

/** Says what an administrator has set; `undefined` as long as that is asked for. */
export function useManaged(): Managed | undefined {
  const { data, isPending } = useQuery(managedQuery);
  return isPending ? undefined : (data ?? nothingManaged);
}

/** How the language is asked for. */
export const localeQuery = {
  queryKey: queryKeys.locale,
  queryFn: async () => {
    const locale = await unwrap(bridge.app.locale());
    speak(locale);
    return locale;
  },
};

/** Follows the language; every word that is asked for afterwards is in it. */
export const useLocale = (): UseQueryResult<Locale> => useQuery(localeQuery);

/** Sets the language of the page. */
export function speak(locale: Locale): void {
  setLocale(locale);
  document.documentElement.lang = locale.language;
  document.documentElement.dir = directionOf(locale.language);
}

/** Answers a function that changes some of the settings, shown at once. */
export function useChangeSettings(): (change: SettingsChange) => Promise<Result<Settings>> {
  const client = useQueryClient();
  return useCallback(
    async (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      client.setQueryData<Settings>(queryKeys.settings, (before) => before && { ...before, ...given });
      const answer = await bridge.settings.change(change);
      if (answer.ok) client.setQueryData(queryKeys.settings, answer.value);
      else void client.invalidateQueries({ queryKey: queryKeys.settings });
      return answer;
    },
    [client],
  );
}

/** Follows how large everything is shown, also where a key or the menu changes it: a level of `model/zoom.ts`. */
export const useZoomLevel = (): UseQueryResult<number> =>
  useQuery({ queryKey: queryKeys.zoom, queryFn: () => unwrap(bridge.app.zoomLevel()) });

/** Reads the path of the folder of everything that is kept on this laptop. */
export const useDataFolder = (): UseQueryResult<string> =>
  useQuery({ queryKey: queryKeys.dataFolder, queryFn: () => unwrap(bridge.app.dataFolder()) });

/** Follows whether the system can show notices at all. */
export const useCanNotify = (): UseQueryResult<boolean> =>
  useQuery({ queryKey: queryKeys.canNotify, queryFn: () => unwrap(bridge.app.canNotify()) });

/** Follows the address and where the sign-in token is. */
export const useConnection = (): UseQueryResult<ConnectionSettings> =>
  useQuery({ queryKey: queryKeys.connection, queryFn: () => unwrap(bridge.connection.get()) });

/** Answers a function that looks the connection up again, after it was changed. */
export function useRefreshConnection(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: queryKeys.connection }), [client]);
}

/** The calls about the connection. */
export const connectionCalls = bridge.connection;
