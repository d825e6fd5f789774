import type { QueryClient, QueryFunction, QueryKey } from '@tanstack/react-query';
import { appStateQuery } from './api/app.ts';
import { windowOptions } from './api/key-accounts.ts';
import { localeQuery, managedQuery, settingsQuery } from './api/settings.ts';
import { syncStatusQuery } from './api/sync.ts';
import { initialTerms, termsOn } from './ui/list/list-state.ts';

type Asked<Answer> = { readonly queryKey: QueryKey; readonly queryFn: QueryFunction<Answer> };

/** Fetches what the first picture of a desk shows, before anything is drawn; what could not be had is left out. */
export async function fetchFirstPicture(client: QueryClient): Promise<void> {
  // Whoever needs what could not be had asks for it again, and tells.
  const ask = <Answer>(asked: Asked<Answer>): Promise<Answer | undefined> =>
    client.query(asked).catch(() => undefined);
  const looks = [ask(settingsQuery), ask(localeQuery), ask(managedQuery)];
  const state = await ask(appStateQuery);
  const terms = termsOn(initialTerms, new Date());
  const list = { source: 'key-accounts', terms } as const;
  const desk = state?.screen === 'desk' ? [ask(syncStatusQuery), ask(windowOptions(list, 0))] : [];
  await Promise.all([...looks, ...desk]);
}
