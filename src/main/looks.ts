import { app, nativeTheme } from 'electron/main';
import { localeFor, setLocale, type Locale } from '#shared/language/language.ts';
import type { Settings } from '#shared/model/settings.ts';
import { broadcast } from './ipc/broadcast.ts';
import type { AppMenu } from './menu.ts';

/** Gives the app the language and the colours that a person set, before there is a window. */
export function takeLooks(settings: Settings): void {
  setLocale(localeOf(settings));
  nativeTheme.themeSource = settings.colours;
}

/** Follows what a person sets: colours, language, and whatever the windows make of the rest. */
export const looksFollow =
  (menu: AppMenu) =>
  (settings: Settings): void => {
    nativeTheme.themeSource = settings.colours;
    const wanted = localeOf(settings);
    if (setLocale(wanted)) {
      menu.translate();
      broadcast('locale', wanted);
    }
    broadcast('settings', settings);
  };

// `--lang` goes before what the system says, as in every program of this kind.
const localeOf = ({ language }: Settings): Locale =>
  localeFor(language, [app.commandLine.getSwitchValue('lang'), ...app.getPreferredSystemLanguages()]);
