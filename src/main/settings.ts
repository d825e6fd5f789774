import type { Settings, SettingsChange } from '#shared/model/settings.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { SettingsStore } from './settings-store.ts';

/**
 * Changes some of the settings, keeps them, and tells `onChange` about all of them. Fails with `managed` where one of
 * them is not the person's to change; then none is.
 */
export function changeSettings(
  store: SettingsStore,
  change: SettingsChange,
  onChange: (settings: Settings) => void,
): Result<Settings> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (store.managed.settings.intervalMinutes !== undefined && 'intervalMinutes' in given) {
    return fail({ code: 'managed' });
  }
  const settings: Settings = { ...store.settings(), ...given };
  store.saveSettings(settings);
  onChange(settings);
  return succeed(settings);
}
