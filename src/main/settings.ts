import type { Settings, SettingsChange } from '#shared/model/settings.ts';
import type { SettingsStore } from './settings-store.ts';

/** Changes some of the settings, keeps them, and tells `onChange` about all of them. */
export function changeSettings(
  store: SettingsStore,
  change: SettingsChange,
  onChange: (settings: Settings) => void,
): Settings {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const settings: Settings = { ...store.settings(), ...given };
  store.saveSettings(settings);
  onChange(settings);
  return settings;
}
