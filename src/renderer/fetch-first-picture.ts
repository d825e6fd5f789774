import type { QueryClient, QueryFunction, QueryKey } from '@tanstack/react-query';
import { appStateQuery } from './api/app.ts';
import { windowOptions } from './api/key-accounts.ts';
import { localeQuery, settingsQuery } from './api/settings.ts';
import { syncStatusQuery } from './api/sync.ts';
import { initialTerms, termsOn } from './ui/list/list-state.ts';

type Asked<Answer> = { readonly queryKey: QueryKey; readonly queryFn: QueryFunction<Answer> };

/** Asks for what the first picture of a desk shows, before anything is drawn: what is drawn finds it on its way. */
export async function fetchFirstPicture(client: QueryClient): Promise<void> {
  // Whoever needs what could not be had asks for it again, and tells.
  const ask = <Answer>(asked: Asked<Answer>): Promise<Answer | undefined> =>
    client.query(asked).catch(() => undefined);
  void ask(settingsQuery);
  void ask(localeQuery);
  const state = await ask(appStateQuery);
  if (state?.screen !== 'desk') return;
  void ask(syncStatusQuery);
  const terms = termsOn(initialTerms, new Date());
  void ask(windowOptions({ source: 'key-accounts', terms }, 0));
}
