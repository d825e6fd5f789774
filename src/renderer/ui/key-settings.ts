import { createContext, useContext } from 'react';
import { defaultSettings, type Settings } from '#shared/model/settings.ts';

/** What a person has set about keys. */
export const KeySettingsContext =
  createContext<Pick<Settings, 'showKeyHints' | 'singleKeys'>>(defaultSettings);

/** Answers whether small keys are shown beside buttons. */
export const useKeyHints = (): boolean => useContext(KeySettingsContext).showKeyHints;

/** Answers whether a key alone is a command. */
export const useSingleKeys = (): boolean => useContext(KeySettingsContext).singleKeys;
