import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { AppState } from '#shared/model/app-state.ts';
import { queryKeys } from './query-keys.ts';

/** Names the open desk: another service or another account is another one. */
export const deskName = (state: AppState | undefined): string => {
  if (state?.screen !== 'desk') return state?.screen ?? '';
  const { kind, address, label } = state.connection;
  return [kind, address, label].join(' ');
};

const { appState, settings, locale, canNotify } = queryKeys;

/** What is true whichever desk is open. */
const OF_APP: readonly unknown[] = [appState, settings, locale, canNotify].map(([first]) => first);

const isOfDesk = ({ queryKey }: { readonly queryKey: QueryKey }): boolean => !OF_APP.includes(queryKey[0]);

/**
 * Shows a part of the app. What was known of another desk is forgotten before anything of this one is shown; what was
 * known of the same one is looked up again.
 */
export function showAppState(client: QueryClient, state: AppState): void {
  const before = client.getQueryData<AppState>(queryKeys.appState);
  client.setQueryData(queryKeys.appState, state);
  if (deskName(before) === deskName(state)) {
    void client.invalidateQueries({ predicate: isOfDesk });
  } else {
    void client.resetQueries({ predicate: isOfDesk });
  }
}
