import type { UpdateState } from '#shared/model/update.ts';
import { useAppState } from '../api/app.ts';
import { useCommands } from '../api/commands.ts';
import { updateCalls, useUpdateState } from '../api/updates.ts';
import type { SettingsWish } from './wish.ts';

/** Where the app itself looks for no new version. */
const ASKING_NOBODY: ReadonlySet<UpdateState['kind']> = new Set(['none', 'elsewhere', 'managed']);

/** Offers the settings that are commands from every screen: each is only opened, and does nothing to the data by itself. */
export function useSettingsCommands(ask: (wish: SettingsWish) => void): void {
  const state = useAppState().data;
  const isService = state?.screen === 'desk' && state.connection.kind === 'service';
  const update = useUpdateState().data?.kind;
  const looksForUpdates = update !== undefined && !ASKING_NOBODY.has(update);
  const opening = (wish: SettingsWish) => (): void => {
    ask(wish);
  };
  const ofService = (wish: SettingsWish): (() => void) | undefined => (isService ? opening(wish) : undefined);
  useCommands({
    'change-language': opening('language'),
    // Where there is no back-up yet, its setting says so: to look for one now would read every file of them.
    'restore-back-up': opening('restore'),
    ...(looksForUpdates && {
      'check-updates': () => {
        ask('updates');
        void updateCalls.check();
      },
    }),
    'test-connection': ofService('test'),
    'replace-token': ofService('token'),
    'remove-data': ofService('remove-data'),
  });
}
