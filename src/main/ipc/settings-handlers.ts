import { z } from 'zod';
import { SettingsChange, type Settings } from '#shared/model/settings.ts';
import { succeed } from '#shared/result.ts';
import { changeSettings } from '../settings.ts';
import type { SettingsStore } from '../settings-store.ts';
import type { Handlers } from './handler.ts';

/** Answers the calls about the settings; `onChange` makes a change take effect. */
export const settingsHandlers = (
  store: SettingsStore,
  onChange: (settings: Settings) => void,
): Handlers['settings'] => ({
  get: { input: z.undefined(), run: () => succeed(store.settings()) },
  change: { input: SettingsChange, run: (change) => changeSettings(store, change, onChange) },
  managed: { input: z.undefined(), run: () => succeed(store.managed) },
});
